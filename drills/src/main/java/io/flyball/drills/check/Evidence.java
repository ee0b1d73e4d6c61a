package io.flyball.drills.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was seen of a drill's runs.
 *
 * @param accepted what the console has answered 202 to
 * @param opened the keys of the runs that have opened, by run
 * @param transitions the events of all runs, in the order of their topic
 * @param results the results of all runs, in the order of their topic
 * @param effects how often each effect has happened, by the id of its action
 * @param happened the keys of all effects that have happened
 * @param unhealthy services that were not ready at the end, each with why
 */
public record Evidence(
        List<Accepted> accepted,
        Map<String, String> opened,
        List<Transition> transitions,
        List<Result> results,
        Map<String, Integer> effects,
        Set<String> happened,
        List<String> unhealthy) {

    public Evidence {
        accepted = List.copyOf(accepted);
        opened = Map.copyOf(opened);
        transitions = List.copyOf(transitions);
        results = List.copyOf(results);
        effects = Map.copyOf(effects);
        happened = Set.copyOf(happened);
        unhealthy = List.copyOf(unhealthy);
    }

    /**
     * Something that was accepted.
     *
     * @param key names its one effect; for an alert also its fingerprint
     * @param runId the run that was answered; empty for an alert, which learns its run later
     */
    public record Accepted(String key, String runId) {

        /** Whether that result is its own. */
        boolean isAnsweredBy(Result result) {
            return runId.isEmpty()
                    ? result.fingerprint().equals(key)
                    : result.runId().equals(runId);
        }
    }

    /**
     * One event of a run.
     *
     * @param what the name of the fact
     */
    public record Transition(String runId, long sequence, String what) {}

    /**
     * How a run ended.
     *
     * @param fingerprint of its alert; empty when a person opened it
     * @param changes changes that its result names with how they ended, if nobody knows with UNKNOWN
     * @param effective false where the result is published again because the alert came back
     */
    public record Result(String runId, String fingerprint, String outcome, boolean effective, int changes) {}
}
