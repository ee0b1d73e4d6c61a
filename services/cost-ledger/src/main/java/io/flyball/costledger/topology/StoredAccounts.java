package io.flyball.costledger.topology;

import io.flyball.costledger.ledger.Accounts;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the books of all partitions, and only if they are all here. */
final class StoredAccounts implements Accounts {
    private static final int PARTITIONS =
            TopicCatalogue.load().topic(Topics.USAGE).partitions();

    private final StreamsEngine engine;

    StoredAccounts(StreamsEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<Line> hours(Instant from, Instant to) {
        return read(BucketKey.between(BucketKey.OF_HOUR, from, to));
    }

    @Override
    public List<Line> runs(Instant from, Instant to) {
        return read(BucketKey.between(BucketKey.OF_RUN_HOUR, from, to));
    }

    @Override
    public List<Line> run(String runId) {
        return read(BucketKey.beginningWith(BucketKey.OF_RUN, runId));
    }

    private List<Line> read(BucketKey.Range range) {
        try (var found = totals().range(range.from(), range.to())) {
            List<Line> lines = new ArrayList<>();
            found.forEachRemaining(
                    entry -> lines.add(new Line(BucketKey.parse(entry.key), AmountCodec.amount(entry.value))));
            return lines;
        } catch (InvalidStateStoreException e) {
            throw new Unavailable("the books are being opened: " + e.getMessage());
        }
    }

    private ReadOnlyKeyValueStore<String, byte[]> totals() {
        KafkaStreams streams = engine.streams();
        if (streams == null) {
            throw new Unavailable("the ledger does not run");
        }
        Set<Integer> here = partitionsHere(streams);
        if (here.size() < PARTITIONS) {
            throw new Unavailable("this replica has the partitions " + here + " of " + PARTITIONS
                    + ", and a total of some partitions would be wrong");
        }
        return streams.store(StoreQueryParameters.fromNameAndType(Books.TOTALS, QueryableStoreTypes.keyValueStore()));
    }

    private static Set<Integer> partitionsHere(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .map(ThreadMetadata::activeTasks)
                .flatMap(Set::stream)
                .map(TaskMetadata::topicPartitions)
                .flatMap(Set::stream)
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
