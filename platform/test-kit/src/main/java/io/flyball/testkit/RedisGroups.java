package io.flyball.testkit;

import io.flyball.localstack.NeighbourSettings;
import io.flyball.localstack.Ports;
import io.flyball.localstack.RedisGroup;
import java.nio.file.Path;
import java.util.Set;

/** Redis with Sentinel for a test of its own, for fail-overs are not for others. */
public final class RedisGroups {

    private RedisGroups() {}

    /** Three servers and three sentinels on free ports; the caller closes it. */
    public static RedisGroup start() {
        return RedisGroup.start(new NeighbourSettings(
                InstallationSearch.find(),
                TestData.folder().resolve("redis-group-" + System.nanoTime()),
                Ports.free(),
                Set.of(),
                Path.of(System.getProperty("java.home")),
                false));
    }
}
