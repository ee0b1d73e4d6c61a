package io.flyball.platform.streams;

import java.time.Instant;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** A store of windows whose writes can be taken back. */
final class WindowUndo<K, V> implements WindowStore<K, V> {
    private final WindowStore<K, V> store;
    private final Undo undo;

    WindowUndo(WindowStore<K, V> store, Undo undo) {
        this.store = store;
        this.undo = undo;
    }

    @Override
    public void put(K key, V value, long windowStart) {
        V before = store.fetch(key, windowStart);
        undo.add(() -> store.put(key, before, windowStart));
        store.put(key, value, windowStart);
    }

    @Override
    public @Nullable V fetch(K key, long time) {
        return store.fetch(key, time);
    }

    @Override
    public WindowStoreIterator<V> fetch(K key, long from, long to) {
        return store.fetch(key, from, to);
    }

    @Override
    public WindowStoreIterator<V> fetch(K key, Instant from, Instant to) {
        return store.fetch(key, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetch(K first, K last, long from, long to) {
        return store.fetch(first, last, from, to);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> fetchAll(long from, long to) {
        return store.fetchAll(from, to);
    }

    @Override
    public KeyValueIterator<Windowed<K>, V> all() {
        return store.all();
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
