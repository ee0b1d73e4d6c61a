package io.flyball.console.readmodel;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was put first when it is full. */
final class Newest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int kept;

    Newest(int kept) {
        this.kept = kept;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > kept;
    }
}
