package io.flyball.cli.doctor;

import io.flyball.localstack.transactions.OpenTransaction;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which hanging transactions are the suite's own; pure. On a shared cluster the others are none of our business. */
final class Hanging {
    /** Kafka keeps everybody's offsets there, and what Streams commits is part of its transactions. */
    private static final String OFFSETS = "__consumer_offsets";

    private Hanging() {}

    /**
     * Those on our topics, and what the same producers left open where Kafka keeps offsets.
     *
     * @param ours whether a topic is the suite's
     */
    static List<OpenTransaction> ours(List<OpenTransaction> hanging, Predicate<String> ours) {
        Set<Long> producers = hanging.stream()
                .filter(transaction -> ours.test(transaction.place().topic()))
                .map(transaction -> transaction.place().producerId())
                .collect(Collectors.toSet());
        return hanging.stream()
                .filter(transaction -> ours.test(transaction.place().topic())
                        || (transaction.place().topic().equals(OFFSETS)
                                && producers.contains(transaction.place().producerId())))
                .toList();
    }

    static List<Finding> findings(List<OpenTransaction> ours) {
        return ours.isEmpty()
                ? List.of(Finding.ok("transactions", "none hangs on the suite's topics"))
                : ours.stream().map(Hanging::finding).toList();
    }

    private static Finding finding(OpenTransaction transaction) {
        var place = transaction.place();
        return Finding.problem(
                "transaction",
                "hangs in %s, partition %d, from offset %d, of producer %d: nobody reads past it; flyball doctor --abort-hanging"
                        .formatted(place.topic(), place.partition(), transaction.from(), place.producerId()));
    }
}
