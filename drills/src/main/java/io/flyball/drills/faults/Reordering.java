package io.flyball.drills.faults;

import io.flyball.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Publishes a run's older records again after newer ones, and all of them shuffled once it has ended. */
public final class Reordering implements Disorder {
    private final Older<ConsumerRecord<byte[], byte[]>> older;
    private final Republisher republisher;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> byRun = new HashMap<>();
    private long number;

    public Reordering(long seed, String broker) {
        this.older = new Older<>(seed);
        this.republisher = new Republisher(broker);
    }

    @Override
    public void accept(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || Republisher.isCopy(record)) {
            return;
        }
        String run = new String(record.key(), StandardCharsets.UTF_8);
        if (TOPICS.contains(record.topic())) {
            List<ConsumerRecord<byte[], byte[]>> all = byRun.computeIfAbsent(run, _ -> new ArrayList<>());
            older.after(of(all, record.topic()), number++).forEach(each -> republisher.again(each, 0));
            all.add(record);
        } else if (record.topic().equals(Topics.RESULTS)) {
            older.afterTheEnd(byRun.getOrDefault(run, List.of()), number++).forEach(each -> republisher.again(each, 0));
            byRun.remove(run);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(List<ConsumerRecord<byte[], byte[]>> all, String topic) {
        return all.stream().filter(each -> each.topic().equals(topic)).toList();
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
