package io.flyball.localstack;

import java.util.Locale;

/** What runs beside the services. The order is the order in which they are stopped. */
public enum NeighbourKind {
    REGISTRY,
    BROKER,
    REDIS,
    TRACING;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
