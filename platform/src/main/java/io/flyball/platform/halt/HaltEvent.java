package io.flyball.platform.halt;

import java.time.Instant;
import java.util.Map;

/** What a worker's answers depend on. */
sealed interface HaltEvent {

    /**
     * An order stands on agent.control; it may be read again.
     *
     * @param looks how many looks at the stop had begun by then
     */
    record OrderHeard(HaltOrder order, long looks, Instant at) implements HaltEvent {}

    /**
     * The topic has been read to its end, so that what is known is the newest.
     *
     * @param looks how many looks at the stop had begun by then
     */
    record OrdersRead(long looks, Instant at) implements HaltEvent {}

    /**
     * How it stands.
     *
     * @param looks how many looks at the stop have been completed; all that acts by looks has seen the last of them
     * @param work for the target of each open order
     */
    record Looked(long looks, Map<String, HaltWork> work, Instant at) implements HaltEvent {
        public Looked {
            work = Map.copyOf(work);
        }

        HaltWork workOf(String target) {
            return work.getOrDefault(target, HaltWork.NONE);
        }
    }
}
