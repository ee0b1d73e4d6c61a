package io.flyball.costledger.topology;

import io.flyball.costledger.ledger.Amount;
import io.flyball.costledger.ledger.Bucket;
import io.flyball.costledger.ledger.Memory;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** One partition's stores: which usage ids are entries, and what the entries add up to. */
final class Books {
    static final String SEEN = "seen";
    static final String TOTALS = "totals";

    private static final Duration A_DAY = Duration.ofDays(1);

    private final WindowStore<String, byte[]> seen;
    private final KeyValueStore<String, byte[]> totals;

    Books(WindowStore<String, byte[]> seen, KeyValueStore<String, byte[]> totals) {
        this.seen = seen;
        this.totals = totals;
    }

    /** Ids are dropped in whole segments once they are older than that. */
    static StoreBuilder<WindowStore<String, byte[]>> seenStore(Duration remembered) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(SEEN, remembered, A_DAY, false), Serdes.String(), Serdes.ByteArray());
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> totalsStore() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TOTALS), Serdes.String(), Serdes.ByteArray());
    }

    Memory memory(String usageId, Instant now) {
        try (var found = seen.fetch(usageId, Instant.EPOCH, now.plus(A_DAY))) {
            return found.hasNext() ? Memory.SEEN : Memory.NEW;
        }
    }

    void remember(String usageId, Instant now) {
        seen.put(usageId, new byte[0], now.toEpochMilli());
    }

    void add(String key, Amount amount) {
        byte[] before = totals.get(key);
        Amount after = before == null ? amount : AmountCodec.amount(before).plus(amount);
        totals.put(key, AmountCodec.bytes(after));
    }

    /** Drops what is older than these; returns how many totals went. Goes on in the next call where there is too much. */
    int forget(Instant hoursBefore, Instant runsBefore, int most) {
        int hours = drop(BucketKey.between(BucketKey.OF_HOUR, Instant.EPOCH, hoursBefore), most);
        return hours + forgetRuns(runsBefore, most - hours);
    }

    private int forgetRuns(Instant before, int most) {
        int dropped = 0;
        var range = BucketKey.between(BucketKey.OF_RUN_HOUR, Instant.EPOCH, before);
        try (var old = totals.range(range.from(), range.to())) {
            while (dropped < most && old.hasNext()) {
                String key = old.next().key;
                if (BucketKey.parse(key) instanceof Bucket.OfRunHour bucket) {
                    drop(
                            BucketKey.beginningWith(BucketKey.OF_RUN, bucket.runId(), BucketKey.format(bucket.hour())),
                            Integer.MAX_VALUE);
                }
                totals.delete(key);
                dropped++;
            }
        }
        return dropped;
    }

    private int drop(BucketKey.Range range, int most) {
        int dropped = 0;
        try (var old = totals.range(range.from(), range.to())) {
            while (dropped < most && old.hasNext()) {
                totals.delete(old.next().key);
                dropped++;
            }
        }
        return dropped;
    }
}
