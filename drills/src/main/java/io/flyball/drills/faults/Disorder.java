package io.flyball.drills.faults;

import io.flyball.schemas.Topics;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Publishes internal records again, late and out of their order. */
public sealed interface Disorder extends Consumer<ConsumerRecord<byte[], byte[]>>, AutoCloseable
        permits Disorder.None, Duplicates, Reordering {

    /** What is published again. */
    Set<String> TOPICS = Set.of(
            Topics.PLAN_DECISIONS,
            Topics.ACTION_VERDICTS,
            Topics.TOOL_CALLS,
            Topics.TOOL_RESULTS,
            Topics.RUN_ADMISSIONS);

    /** How many records of each topic were published again. */
    Map<String, Integer> counts();

    @Override
    void close();

    /** Nothing is published again. */
    record None() implements Disorder {
        @Override
        public void accept(ConsumerRecord<byte[], byte[]> record) {}

        @Override
        public Map<String, Integer> counts() {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
