package io.flyball.notifier.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** One partition's stores: what is on its way, and what was told. Both have changelogs, so a restart goes on. */
final class Deliveries {
    static final String OPEN = "open";
    static final String TOLD = "told";

    private static final Duration A_DAY = Duration.ofDays(1);

    private final KeyValueStore<String, byte[]> open;
    private final WindowStore<String, String> told;
    private final Map<String, Instant> dueAt = new HashMap<>();

    Deliveries(KeyValueStore<String, byte[]> open, WindowStore<String, String> told) {
        this.open = open;
        this.told = told;
        try (var all = open.all()) {
            all.forEachRemaining(entry -> dueAt.put(
                    entry.key, DeliveryCodec.delivery(entry.value).state().dueAt()));
        }
    }

    static StoreBuilder<KeyValueStore<String, byte[]>> openStore() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(OPEN), Serdes.String(), Serdes.ByteArray());
    }

    static StoreBuilder<WindowStore<String, String>> toldStore(Duration remembered) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(TOLD, remembered, A_DAY, false), Serdes.String(), Serdes.String());
    }

    /** One chain of one message. */
    static String key(String messageId, String firstChannel) {
        return messageId + "\u001f" + firstChannel;
    }

    Optional<StoredDelivery> find(String key) {
        return Optional.ofNullable(open.get(key)).map(DeliveryCodec::delivery);
    }

    void put(String key, StoredDelivery delivery) {
        open.put(key, DeliveryCodec.bytes(delivery));
        dueAt.put(key, delivery.state().dueAt());
    }

    void remove(String key) {
        open.delete(key);
        dueAt.remove(key);
    }

    /** What is due by then, the longest due first. */
    List<String> due(Instant now) {
        return dueAt.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The message that was told under that key; null if none was, as far as is remembered. */
    @Nullable
    String told(String repeatKey, Instant now) {
        try (var found = told.fetch(repeatKey, Instant.EPOCH, now.plus(A_DAY))) {
            return found.hasNext() ? found.next().value : null;
        }
    }

    /** By the notifier's own clock: one sender with a wrong clock would make the store forget everything else. */
    void remember(String repeatKey, String messageId, Instant now) {
        told.put(repeatKey, messageId, now.toEpochMilli());
    }
}
