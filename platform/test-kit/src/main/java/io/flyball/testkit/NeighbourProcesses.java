package io.flyball.testkit;

import io.flyball.localstack.Neighbour;
import io.flyball.localstack.NeighbourKind;
import io.flyball.localstack.NeighbourSettings;
import io.flyball.localstack.Neighbours;
import io.flyball.localstack.Ports;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Neighbours as child processes. Nothing here ends them: they end by themselves when this JVM is gone, and not before, so
 * that whatever else closes at the end of the JVM (Spring contexts, streams) still finds its broker.
 */
final class NeighbourProcesses {

    private final Map<NeighbourKind, Neighbour> started = new EnumMap<>(NeighbourKind.class);
    private @Nullable NeighbourSettings first;

    synchronized void start(Set<NeighbourKind> wanted) {
        var missing = EnumSet.noneOf(NeighbourKind.class);
        missing.addAll(wanted);
        missing.removeAll(started.keySet());
        if (!missing.isEmpty()) {
            Neighbours.start(settings(missing), _ -> {})
                    .all()
                    .forEach(neighbour -> started.put(neighbour.kind(), neighbour));
        }
    }

    synchronized Neighbour get(NeighbourKind kind) {
        var neighbour = started.get(kind);
        if (neighbour == null) {
            throw new IllegalStateException(kind + " was not started");
        }
        return neighbour;
    }

    /** The same ports and the same folder for those that join later. */
    private NeighbourSettings settings(Set<NeighbourKind> kinds) {
        var settings = first;
        if (settings == null) {
            settings = new NeighbourSettings(
                    InstallationSearch.find(), TestData.folder(), Ports.free(), kinds, javaHome(), false);
            first = settings;
        }
        return new NeighbourSettings(
                settings.installation(), settings.data(), settings.ports(), kinds, settings.javaHome(), false);
    }

    private static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }
}
