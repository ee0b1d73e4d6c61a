package io.flyball.platform.streams;

import io.flyball.platform.wire.RecordSizes;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store whose writes can be taken back, and which refuses what its changelog would not take. */
final class KeyValueUndo<K, V> implements KeyValueStore<K, V> {
    private final KeyValueStore<K, V> store;
    private final Undo undo;
    private final RecordSizes sizes;
    private final String changelog;

    KeyValueUndo(KeyValueStore<K, V> store, Undo undo, RecordSizes sizes, String changelog) {
        this.store = store;
        this.undo = undo;
        this.sizes = sizes;
        this.changelog = changelog;
    }

    @Override
    public void put(K key, V value) {
        if (value instanceof byte[] bytes) {
            sizes.check(changelog, bytes.length + (long) String.valueOf(key).length(), "");
        }
        V before = store.get(key);
        undo.add(() -> store.put(key, before));
        store.put(key, value);
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        V before = store.get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<K, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(K key) {
        V before = store.delete(key);
        if (before != null) {
            undo.add(() -> store.put(key, before));
        }
        return before;
    }

    @Override
    public @Nullable V get(K key) {
        return store.get(key);
    }

    @Override
    public KeyValueIterator<K, V> range(K from, K to) {
        return store.range(from, to);
    }

    @Override
    public KeyValueIterator<K, V> reverseRange(K from, K to) {
        return store.reverseRange(from, to);
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return store.all();
    }

    @Override
    public KeyValueIterator<K, V> reverseAll() {
        return store.reverseAll();
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries();
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        store.init(context, root);
    }

    @Override
    @Deprecated
    public void flush() {
        store.flush();
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }
}
