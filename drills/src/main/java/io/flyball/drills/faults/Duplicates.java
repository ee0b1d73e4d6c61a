package io.flyball.drills.faults;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Publishes copies of records, at once or a little later. */
public final class Duplicates implements Disorder {
    private final long seed;
    private final Republisher republisher;

    public Duplicates(long seed, String broker) {
        this.seed = seed;
        this.republisher = new Republisher(broker);
    }

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record) {
        if (TOPICS.contains(record.topic()) && !Republisher.isCopy(record)) {
            Copies.of(seed, record.topic(), record.partition(), record.offset())
                    .forEach(later -> republisher.again(record, later));
        }
    }

    @Override
    public Map<String, Integer> counts() {
        return republisher.counts();
    }

    @Override
    public void close() {
        republisher.close();
    }
}
