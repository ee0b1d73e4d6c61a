package io.flyball.orchestrator.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has used so far.
 *
 * @param steps steps begun
 * @param active time at work up to {@code countedTo}
 * @param countedTo until when time has been counted
 * @param recentActions hashes of the last ten actions, newest last
 * @param changes number of changes by target
 * @param confidence the planner's last word on how sure it is, from 0 to 1
 * @param reads reads that have succeeded
 */
public record Tally(
        int steps,
        int llmCalls,
        int actions,
        Tokens tokens,
        long costMicros,
        Duration active,
        Instant countedTo,
        List<String> recentActions,
        Map<String, Integer> changes,
        double confidence,
        int reads) {
    private static final int REMEMBERED_ACTIONS = 10;

    public Tally {
        recentActions = List.copyOf(recentActions);
        changes = Map.copyOf(changes);
    }

    static Tally from(Instant start) {
        return new Tally(0, 0, 0, Tokens.NONE, 0, Duration.ZERO, start, List.of(), Map.of(), 0, 0);
    }

    Tally withStep(int step) {
        return new Tally(
                step,
                llmCalls,
                actions,
                tokens,
                costMicros,
                active,
                countedTo,
                recentActions,
                changes,
                confidence,
                reads);
    }

    Tally withPlan(Plan plan) {
        return new Tally(
                steps,
                llmCalls + plan.llmCalls(),
                actions,
                tokens.plus(plan.tokens()),
                costMicros + plan.costMicros(),
                active,
                countedTo,
                recentActions,
                changes,
                plan.confidence(),
                reads);
    }

    /** An answer that came too late to be used was paid for like any other. */
    Tally paying(Plan plan) {
        return new Tally(
                steps,
                llmCalls + plan.llmCalls(),
                actions,
                tokens.plus(plan.tokens()),
                costMicros + plan.costMicros(),
                active,
                countedTo,
                recentActions,
                changes,
                confidence,
                reads);
    }

    Tally withAction(String hash) {
        List<String> recent = new ArrayList<>(recentActions);
        recent.add(hash);
        return new Tally(
                steps,
                llmCalls,
                actions + 1,
                tokens,
                costMicros,
                active,
                countedTo,
                recent.subList(Math.max(0, recent.size() - REMEMBERED_ACTIONS), recent.size()),
                changes,
                confidence,
                reads);
    }

    Tally withChange(String target) {
        Map<String, Integer> more = new HashMap<>(changes);
        more.merge(target, 1, Integer::sum);
        return new Tally(
                steps,
                llmCalls,
                actions,
                tokens,
                costMicros,
                active,
                countedTo,
                recentActions,
                more,
                confidence,
                reads);
    }

    /** Time up to then has passed, at work or waiting for people. A clock that was set back a little is waited for. */
    Tally passed(Instant to, boolean atWork) {
        if (!to.isAfter(countedTo)) {
            return this;
        }
        Duration worked = atWork ? active.plus(Duration.between(countedTo, to)) : active;
        return new Tally(
                steps, llmCalls, actions, tokens, costMicros, worked, to, recentActions, changes, confidence, reads);
    }

    /** What lies between is nobody's working time. */
    Tally countedFrom(Instant now) {
        return new Tally(
                steps, llmCalls, actions, tokens, costMicros, active, now, recentActions, changes, confidence, reads);
    }

    Tally withRead() {
        return new Tally(
                steps,
                llmCalls,
                actions,
                tokens,
                costMicros,
                active,
                countedTo,
                recentActions,
                changes,
                confidence,
                reads + 1);
    }

    /** What a specialist used counts against its parent too, and so does the time that it worked. */
    Tally withFinding(Finding finding, Duration worked) {
        return new Tally(
                steps,
                llmCalls + finding.llmCalls(),
                actions,
                tokens.plus(new Tokens(finding.tokens(), 0, 0, 0)),
                costMicros + finding.costMicros(),
                active.plus(worked),
                countedTo,
                recentActions,
                changes,
                confidence,
                reads);
    }

    int changesMade() {
        return changes.values().stream().mapToInt(Integer::intValue).sum();
    }

    long timesDone(String hash) {
        return recentActions.stream().filter(hash::equals).count();
    }
}
