package io.flyball.orchestrator.audit;

import io.flyball.schemas.audit.Head;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Heads that are not signed yet. A head waits for one whole round: until then its transaction may be taken back, and the
 * entry come again in another place.
 */
final class Unsigned {
    /** How many heads are signed in one line, about 150 characters each. */
    private static final int PORTION = 1_000;

    private Map<String, Head> waiting = new TreeMap<>();
    private Map<String, Head> settled;

    /** @param settled heads from before, which nothing takes back */
    Unsigned(Map<String, Head> settled) {
        this.settled = new TreeMap<>(settled);
    }

    void add(String chain, Head head) {
        waiting.put(chain, head);
    }

    /**
     * Signs what has waited long enough; what waits takes its place.
     *
     * @param sign whether that portion was signed; if not, it is given again next time
     */
    void settled(Predicate<Map<String, Head>> sign) {
        Map<String, Head> portion = portion();
        while (!portion.isEmpty() && sign.test(portion)) {
            settled.keySet().removeAll(portion.keySet());
            portion = portion();
        }
        settled.putAll(waiting);
        waiting = new TreeMap<>();
    }

    private Map<String, Head> portion() {
        Map<String, Head> portion = new TreeMap<>();
        settled.entrySet().stream().limit(PORTION).forEach(it -> portion.put(it.getKey(), it.getValue()));
        return portion;
    }
}
