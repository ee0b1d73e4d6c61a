package io.flyball.bench.idle;

import java.util.Map;

/**
 * What was counted up to a moment.
 *
 * @param nanos when, on the clock of this process
 * @param processes by name
 * @param byKind requests that the broker has taken, by their kind
 * @param byClient requests that clients have sent, by process and client
 * @param redisCommands that Redis has taken
 */
record Counts(
        long nanos,
        Map<String, OfProcess> processes,
        Map<String, Long> byKind,
        Map<String, Long> byClient,
        long redisCommands) {

    /**
     * One process.
     *
     * @param cpuNanos processor time
     * @param sleeps how often each of its threads went to sleep, to be woken
     */
    record OfProcess(long cpuNanos, Map<String, Long> sleeps) {

        /** Threads that have ended since are not counted. */
        long wakeUpsSince(OfProcess earlier) {
            return sleeps.entrySet().stream()
                    .mapToLong(thread -> thread.getValue() - earlier.sleeps().getOrDefault(thread.getKey(), 0L))
                    .sum();
        }
    }
}
