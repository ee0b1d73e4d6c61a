package io.flyball.drills.faults;

import io.flyball.drills.evidence.Offsets;
import io.flyball.drills.faults.FaultPlan.Fault;
import io.flyball.drills.suite.Suite;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.List;

/** Kills the broker (SIGKILL) as soon as a transaction is open, and starts it again with its data. */
public record KillBroker(Suite suite, Marks marks, Offsets read) implements Breaker {
    private static final Duration WAIT_FOR_TRANSACTION = Duration.ofSeconds(2);

    @Override
    public Broken breakIt(Fault fault) throws InterruptedException {
        boolean inTransaction = awaitTransaction();
        suite.brokerProcess().kill();
        List<String> topics = List.of(Topics.RUN_EVENTS);
        String what = inTransaction ? "broker in a transaction" : "broker";
        return new Broken(what, topics, read.of(topics), begun -> {
            Thread.sleep(fault.downMillis());
            begun.run();
            suite.restartBroker();
        });
    }

    private boolean awaitTransaction() throws InterruptedException {
        long began = System.nanoTime();
        while (!marks.inTransaction()) {
            if (System.nanoTime() - began > WAIT_FOR_TRANSACTION.toNanos()) {
                return false;
            }
        }
        return true;
    }
}
