package io.flyball.localstack;

import java.util.HashSet;
import java.util.List;

/** The ports that the neighbours listen on, all of them on loopback. */
public record Ports(int broker, int controller, int registry, int registryManagement, int redis, int tracing) {

    /** The suite's first port when nobody says otherwise. The services take base to base + 6. */
    public static final int DEFAULT_BASE = 7400;

    public Ports {
        var all = List.of(broker, controller, registry, registryManagement, redis, tracing);
        if (all.stream().anyMatch(port -> port < 1 || port > 65_535)) {
            throw new IllegalArgumentException("ports must be between 1 and 65535: " + all);
        }
        if (new HashSet<>(all).size() != all.size()) {
            throw new IllegalArgumentException("ports must differ from each other: " + all);
        }
    }

    /** Base + 10 to base + 15. */
    public static Ports from(int base) {
        return new Ports(base + 10, base + 11, base + 12, base + 13, base + 14, base + 15);
    }

    /** Six ports that nobody listens on at this moment. */
    public static Ports free() {
        var free = FreePorts.find(6);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5));
    }

    /** All ports that a neighbour of this kind listens on. */
    public List<Integer> of(NeighbourKind kind) {
        return switch (kind) {
            case BROKER -> List.of(broker, controller);
            case REGISTRY -> List.of(registry, registryManagement);
            case REDIS -> List.of(redis);
            case TRACING -> List.of(tracing);
        };
    }
}
