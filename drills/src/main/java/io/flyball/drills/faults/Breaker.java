package io.flyball.drills.faults;

import io.flyball.drills.faults.FaultPlan.Fault;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Breaks something and brings it back. */
public interface Breaker {

    /** Breaks it; returns when it is broken, with what the topics held at that moment. */
    Broken breakIt(Fault fault) throws InterruptedException;

    /**
     * Something broken.
     *
     * @param what for the count of faults
     * @param topics on which the next record shows that it is back; none if only its readiness does
     * @param marks where these topics ended when it broke
     */
    record Broken(String what, List<String> topics, Map<TopicPartition, Long> marks, Return comeBack) {}

    /** Brings it back. */
    @FunctionalInterface
    interface Return {

        /**
         * Returns when it says that it is ready.
         *
         * @param begun told when it is on its way
         */
        void run(Runnable begun) throws InterruptedException;
    }
}
