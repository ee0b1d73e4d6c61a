package io.flyball.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * What to start, from where, and where to keep its data.
 *
 * @param installation the folder that the neighbours module filled: kafka/, registry/, zipkin/, otel/
 * @param data the folder for data and logs; made when it is missing
 * @param javaHome the Java that runs broker, registry and tracing; 17 or later
 * @param durable true keeps the registry's and Redis's data in the data folder across restarts; false keeps it in
 *     memory. The broker's data is in the data folder either way.
 */
public record NeighbourSettings(
        Path installation, Path data, Ports ports, Set<NeighbourKind> kinds, Path javaHome, boolean durable) {

    public NeighbourSettings {
        installation = installation.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        kinds = Set.copyOf(kinds);
        if (!Files.isExecutable(javaHome.resolve("bin/java"))) {
            throw new IllegalArgumentException("no Java at " + javaHome);
        }
    }

    Path java() {
        return javaHome.resolve("bin/java");
    }
}
