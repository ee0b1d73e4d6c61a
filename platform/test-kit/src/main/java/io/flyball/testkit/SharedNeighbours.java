package io.flyball.testkit;

import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;

/**
 * The one set of real neighbours that all tests of this JVM share. Each kind starts when it is first asked for, on a free
 * port, and ends with the JVM. Tests keep apart by names of their own: topics, keys, groups.
 *
 * <p>With {@code -Dflyball.testcontainers=true} broker and Redis run in containers instead, where an engine is present.
 */
public final class SharedNeighbours {

    private static final SharedNeighbours SHARED = new SharedNeighbours();

    private final NeighbourProcesses processes = new NeighbourProcesses();
    private final NeighbourContainers containers = new NeighbourContainers();

    private SharedNeighbours() {}

    public static SharedNeighbours shared() {
        return SHARED;
    }

    /** Starts those that do not run yet, side by side, and returns when each has answered. */
    public void start(NeighbourKind... kinds) {
        var asProcesses = EnumSet.noneOf(NeighbourKind.class);
        asProcesses.addAll(List.of(kinds));
        if (NeighbourContainers.wanted()) {
            containers.start(asProcesses);
            asProcesses.removeAll(NeighbourContainers.KINDS);
        }
        processes.start(asProcesses);
    }

    /** host:port of the broker. */
    public String bootstrapServers() {
        return url(NeighbourKind.BROKER).getAuthority();
    }

    /** The registry's root, without /apis. */
    public String registryUrl() {
        return url(NeighbourKind.REGISTRY).toString();
    }

    /** redis://host:port. */
    public String redisUrl() {
        return url(NeighbourKind.REDIS).toString();
    }

    /** Zipkin's root, without /api. */
    public String zipkinUrl() {
        return url(NeighbourKind.TRACING).toString();
    }

    /** For faults: end it, suspend it, start it again. A test that ended one starts it again for the others. */
    public Neighbour neighbour(NeighbourKind kind) {
        start(kind);
        if (inContainer(kind)) {
            throw NeighbourContainers.skipped("faults are done to processes, not to containers");
        }
        return processes.get(kind);
    }

    private URI url(NeighbourKind kind) {
        start(kind);
        return inContainer(kind) ? containers.url(kind) : processes.get(kind).url();
    }

    private static boolean inContainer(NeighbourKind kind) {
        return NeighbourContainers.wanted() && NeighbourContainers.KINDS.contains(kind);
    }
}
