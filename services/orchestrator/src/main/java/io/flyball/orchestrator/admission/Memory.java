package io.flyball.orchestrator.admission;

import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** Admission's knowledge and the store that keeps it. */
final class Memory {
    private final KeyValueStore<String, byte[]> store;
    private final FormerStores former;
    private final Knowledge knowledge = new Knowledge();
    private List<Fact> moving;

    /** All that is stored, at hand. What the former stores say is moved at the first chance to write. */
    Memory(KeyValueStore<String, byte[]> store, FormerStores former) {
        this.store = store;
        this.former = former;
        moving = former.facts();
        moving.forEach(knowledge::learn);
        try (var all = store.all()) {
            all.forEachRemaining(entry -> knowledge.learn(FactCodec.fact(entry.value)));
        }
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** Writes what the former stores said, and empties them. */
    void move() {
        if (!moving.isEmpty()) {
            moving.stream()
                    .flatMap(fact -> knowledge.find(fact.key(), Fact.class).stream())
                    .forEach(fact -> store.put(fact.key(), FactCodec.bytes(fact)));
            former.clear();
            moving = List.of();
        }
    }

    void keep(Decision decision) {
        decision.learned().forEach(fact -> {
            knowledge.learn(fact);
            store.put(fact.key(), FactCodec.bytes(fact));
        });
        decision.forgotten().forEach(fact -> {
            knowledge.forget(fact);
            store.delete(fact.key());
        });
    }
}
