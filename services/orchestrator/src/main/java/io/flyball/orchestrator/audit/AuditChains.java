package io.flyball.orchestrator.audit;

import io.flyball.schemas.audit.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where every chain of this task ends; in the same transactions as the entries themselves. */
public final class AuditChains {
    /** The state store. */
    public static final String STORE = "audit-chains";

    /** Nothing is told of a run so long after its newest entry: executors give up after an hour, queues after seven days. */
    static final Duration KEEP = Duration.ofDays(30);

    private static final JsonMapper JSON = new JsonMapper();

    private final KeyValueStore<String, byte[]> store;

    public AuditChains(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** The end of that chain; sequence 0 while it is empty. */
    public Head head(String chain) {
        return end(chain).head();
    }

    ChainEnd end(String chain) {
        byte @Nullable [] bytes = store.get(chain);
        return bytes == null ? ChainEnd.EMPTY : JSON.readValue(bytes, ChainEnd.class);
    }

    void put(String chain, ChainEnd end) {
        store.put(chain, JSON.writeValueAsBytes(end));
    }

    /** The ends of all chains that are known. */
    Map<String, Head> heads() {
        Map<String, Head> heads = new TreeMap<>();
        forEach((chain, end) -> heads.put(chain, end.head()));
        return heads;
    }

    /** Drops the ends of runs' chains that nothing can be added to any more; a service's chain never ends. */
    void forget(Instant now) {
        List<String> old = new ArrayList<>();
        forEach((chain, end) -> {
            if (end.isOverSince(now.minus(KEEP))) {
                old.add(chain);
            }
        });
        old.forEach(store::delete);
    }

    private void forEach(java.util.function.BiConsumer<String, ChainEnd> visitor) {
        try (var all = store.all()) {
            all.forEachRemaining(entry -> visitor.accept(entry.key, JSON.readValue(entry.value, ChainEnd.class)));
        }
    }
}
