package io.flyball.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Settings for tests: what the neighbours module collected, free ports, this test's own folder. */
final class Fixture {

    private Fixture() {}

    static NeighbourSettings settings(Path data, boolean durable, NeighbourKind... kinds) {
        return settings(data, Ports.free(), durable, kinds);
    }

    static NeighbourSettings settings(Path data, Ports ports, boolean durable, NeighbourKind... kinds) {
        return new NeighbourSettings(
                installation(), data, ports, Set.of(kinds), Path.of(System.getProperty("java.home")), durable);
    }

    private static Path installation() {
        var collected = Path.of("../infra/neighbours/target/neighbours");
        if (!Files.isDirectory(collected)) {
            throw new IllegalStateException("build infra/neighbours first: nothing at " + collected.toAbsolutePath());
        }
        return collected;
    }
}
