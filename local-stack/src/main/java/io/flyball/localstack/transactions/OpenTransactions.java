package io.flyball.localstack.transactions;

import io.flyball.localstack.transactions.OpenTransaction.Place;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Kafka's own view of transactions, through its Admin: of the partitions, and of the coordinators. */
public final class OpenTransactions {
    private final Admin admin;

    public OpenTransactions(Admin admin) {
        this.admin = admin;
    }

    /** Every transaction that is open in some partition now. */
    public List<OpenTransaction> look() throws ExecutionException, InterruptedException {
        List<TopicPartition> held = partitionsHeldUp();
        return admin.describeProducers(held).all().get().entrySet().stream()
                .flatMap(partition -> partition.getValue().activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .map(producer -> open(partition.getKey(), producer)))
                .toList();
    }

    private static OpenTransaction open(TopicPartition at, ProducerState producer) {
        return new OpenTransaction(
                new Place(at.topic(), at.partition(), producer.producerId()),
                producer.producerEpoch(),
                // Where the coordinator has not ended one yet it is not known here; 0 is no newer than any.
                producer.coordinatorEpoch().orElse(0),
                producer.currentTransactionStartOffset().orElseThrow());
    }

    /** Where readers of what is committed do not get to the end. */
    private List<TopicPartition> partitionsHeldUp() throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        List<TopicPartition> all = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, Long> written = ends(all, IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> readable = ends(all, IsolationLevel.READ_COMMITTED);
        return all.stream()
                .filter(partition -> !Objects.equals(written.get(partition), readable.get(partition)))
                .toList();
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /**
     * Those of the suspects that nobody is going to end, because no coordinator knows of them.
     *
     * @param suspects what has been open for longer than a commit takes
     */
    public List<OpenTransaction> hanging(List<OpenTransaction> suspects)
            throws ExecutionException, InterruptedException {
        return suspects.isEmpty() ? List.of() : Sightings.hanging(suspects, knownToCoordinators(suspects));
    }

    /** Where coordinators know that those producers have something open, and so will end it. */
    private Set<Place> knownToCoordinators(Collection<OpenTransaction> suspects)
            throws ExecutionException, InterruptedException {
        Set<Long> producers = suspects.stream()
                .map(transaction -> transaction.place().producerId())
                .collect(Collectors.toSet());
        List<String> ids =
                admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers)).all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .toList();
        return admin.describeTransactions(ids).all().get().values().stream()
                .flatMap(transaction -> transaction.topicPartitions().stream().map(at -> place(at, transaction)))
                .collect(Collectors.toSet());
    }

    private static Place place(TopicPartition at, TransactionDescription transaction) {
        return new Place(at.topic(), at.partition(), transaction.producerId());
    }

    /** Ends it as its coordinator would have. */
    public void abort(OpenTransaction transaction) throws ExecutionException, InterruptedException {
        Place place = transaction.place();
        admin.abortTransaction(new AbortTransactionSpec(
                        new TopicPartition(place.topic(), place.partition()),
                        place.producerId(),
                        (short) transaction.epoch(),
                        transaction.coordinatorEpoch()))
                .all()
                .get();
    }
}
