package io.flyball.drills.faults;

import io.flyball.drills.evidence.Offsets;
import io.flyball.drills.faults.FaultPlan.Fault;
import io.flyball.drills.suite.Suite;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.List;

/** Stops the broker in its tracks (SIGSTOP): its connections stay open and nothing answers; later it goes on (SIGCONT). */
public record FreezeBroker(Suite suite, Offsets read, Duration frozen) implements Breaker {

    @Override
    public Broken breakIt(Fault fault) {
        suite.brokerProcess().suspend();
        List<String> topics = List.of(Topics.RUN_EVENTS);
        return new Broken("broker", topics, read.of(topics), begun -> {
            try {
                Thread.sleep(frozen);
            } finally {
                suite.brokerProcess().resumeProcess();
            }
            begun.run();
        });
    }
}
