package io.flyball.drills.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/** What the broker says about its topics and transactions at this moment. */
public final class Marks implements AutoCloseable {
    private final Admin admin;

    public Marks(String broker) {
        this.admin = Admin.create(Map.of("bootstrap.servers", broker, "reconnect.backoff.max.ms", "200"));
    }

    /** Where the next record of each partition will stand. */
    Map<TopicPartition, Long> ends(List<String> topics) throws InterruptedException {
        try {
            List<TopicPartition> partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            Map<TopicPartition, OffsetSpec> latest =
                    partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say where its topics end", e);
        }
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    /** Whether some producer is in the middle of a transaction. */
    boolean inTransaction() throws InterruptedException {
        try {
            var ongoing = new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING));
            return !admin.listTransactions(ongoing).all().get().isEmpty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not list its transactions", e);
        }
    }

    @Override
    public void close() {
        admin.close(java.time.Duration.ZERO);
    }
}
