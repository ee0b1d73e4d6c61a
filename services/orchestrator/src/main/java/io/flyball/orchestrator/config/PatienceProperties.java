package io.flyball.orchestrator.config;

import io.flyball.orchestrator.run.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a run waits for people, and how long it is watched.
 *
 * @param answer for the answer to a question; then it escalates
 * @param handOver for a hand-back after an escalation; zero means that an escalation ends the run at once
 * @param watch how long after RESOLVED a return of the alert means that the run was not effective
 */
public record PatienceProperties(
        @DefaultValue("3d") Duration answer,
        @DefaultValue("0s") Duration handOver,
        @DefaultValue("30m") Duration watch) {

    /** The same, for the machine. The cool-down is admission's. */
    Patience toPatience(Duration coolDown) {
        return new Patience(answer, handOver, watch, coolDown);
    }
}
