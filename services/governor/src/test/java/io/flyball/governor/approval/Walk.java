package io.flyball.governor.approval;

import static io.flyball.governor.approval.Events.ACTION;
import static io.flyball.governor.approval.Events.CLEAR;
import static io.flyball.governor.approval.Events.RULES;
import static io.flyball.governor.approval.Events.STOPPED;
import static io.flyball.governor.approval.Events.judged;
import static io.flyball.governor.approval.Events.judgedTainted;

import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.GovernorBack;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.approval.ApprovalState.NotProposed;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Sorting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random walk of one action through the machine, repeatable by its seed. */
final class Walk {
    private static final RunApproval GRANT = new RunApproval(
            RunApproval.Scope.of(ACTION, judged(Sorting.REQUIRE_APPROVAL)),
            "ann",
            ACTION.actionId(),
            Events.after(90_000));

    private final ApprovalMachine machine = new ApprovalMachine(RULES);
    private final Random random;
    private final int mostSent;
    private Instant now = Events.NOON;

    /** Every action begins by its first grant. */
    Walk(long seed) {
        this(seed, 0);
    }

    /** Actions are sent in vain up to so many times, and are proposed again each time. */
    Walk(long seed, int mostSent) {
        random = new Random(seed);
        this.mostSent = mostSent;
    }

    /** One step: what was, what happened, what followed. */
    record Step(ApprovalState before, ApprovalEvent event, Decision decision) {}

    /** So many steps, the time between two of them at most as given. */
    List<Step> steps(int count, int mostSeconds) {
        List<Step> steps = new ArrayList<>();
        ApprovalState state = new NotProposed();
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(random.nextInt(mostSeconds));
            ApprovalEvent event = event();
            Decision decision = machine.decide(state, event);
            steps.add(new Step(state, event, decision));
            state = decision.next();
        }
        return steps;
    }

    private ApprovalEvent event() {
        return switch (random.nextInt(6)) {
            case 0 -> new ActionProposed(proposal(), judgement(), stop(), runApproval(), now);
            case 1, 2 -> new AnswerGiven(answer(), judgementIfAny(), stop(), now);
            case 3 -> new TimePassed(now);
            case 4 -> new GovernorBack(random.nextBoolean() ? now.minusSeconds(random.nextInt(400)) : null, now);
            default -> new StopLifted(judgement(), CLEAR, runApproval(), now);
        };
    }

    private Proposal proposal() {
        return new Proposal(
                ACTION.actionId(),
                ACTION.run(),
                ACTION.step(),
                ACTION.tool(),
                ACTION.argumentsJson(),
                ACTION.target(),
                ACTION.reasoning(),
                ACTION.rollback(),
                ACTION.statedRisk(),
                ACTION.actionHash(),
                ACTION.dryRun(),
                ACTION.tainted(),
                ACTION.flags(),
                mostSent == 0 ? 0 : random.nextInt(mostSent + 1));
    }

    private Judgement judgement() {
        Sorting sorting = pick(Sorting.values());
        return random.nextInt(4) == 0 ? judgedTainted(sorting) : judged(sorting);
    }

    private Optional<Judgement> judgementIfAny() {
        return random.nextInt(10) == 0 ? Optional.empty() : Optional.of(judgement());
    }

    private StopSight stop() {
        return random.nextInt(3) == 0 ? STOPPED : CLEAR;
    }

    private Optional<RunApproval> runApproval() {
        return random.nextInt(5) == 0 ? Optional.of(GRANT) : Optional.empty();
    }

    private Answer answer() {
        String hash = random.nextInt(5) == 0 ? "another" : ACTION.actionHash();
        String reason = random.nextInt(4) == 0 ? null : "because";
        String run = random.nextInt(10) == 0 ? "r2" : "r1";
        return new Answer(
                "a" + random.nextInt(6),
                ACTION.actionId(),
                run,
                "default",
                pick(Answer.Kind.values()),
                hash,
                pick("ann", "bob"),
                "cli",
                reason,
                now);
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
