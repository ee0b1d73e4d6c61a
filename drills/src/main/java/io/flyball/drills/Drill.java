package io.flyball.drills;

import io.flyball.drills.suite.Size;
import java.util.Locale;

/** What can be drilled. */
enum Drill {
    KILL_SERVICES("kill -9 of every service at random moments while runs are open; each is started again", 8, 7, 1),
    KILL_BROKER("kill -9 of the broker in the middle of transactions; it is started again with its data", 20, 1, 1),
    FREEZE_BROKER("SIGSTOP of the broker for a while (--seconds), then SIGCONT", 100, 1, 1),
    DUPLICATE_RECORDS("copies of internal records, at once and later", 0, 0, 1),
    REORDER_RECORDS("older records of a run again after newer ones, and all of them shuffled after its end", 0, 0, 1),
    CANCEL_CHANGES("every second run is cancelled while its change is at its target", 0, 0, 1),
    REBALANCE("two orchestrators share the work; one of them is killed and started again", 20, 2, 2),
    UPGRADE(
            "two orchestrators of an older version share the work; each is killed and comes back as this one",
            1_000_000,
            2,
            2),
    CLUSTER(
            "three brokers, Redis with Sentinel, two of each service; kill -9 of a broker, of the Redis master, of one of each pair",
            20,
            9,
            2);

    private final String purpose;
    private final int runsPerFault;
    private final int leastFaults;
    private final int orchestrators;

    Drill(String purpose, int runsPerFault, int leastFaults, int orchestrators) {
        this.purpose = purpose;
        this.runsPerFault = runsPerFault;
        this.leastFaults = leastFaults;
        this.orchestrators = orchestrators;
    }

    /** As it is typed: kill-services. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One line for people. */
    String purpose() {
        return purpose;
    }

    /** How many faults unless somebody says otherwise; 0 where records are what is broken. */
    int usualFaults(int runs) {
        return runsPerFault == 0 ? 0 : Math.max(leastFaults, runs / runsPerFault);
    }

    Size size() {
        return this == CLUSTER ? Size.ofCluster() : Size.of(orchestrators);
    }
}
