package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("OPS-8 several of a kind")
class GroupsIT {

    @TempDir
    Path data;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("OPS-8 three brokers are one cluster, and one that was killed comes back to it")
    void brokers() throws Exception {
        var ports = FreePorts.find(6);
        try (var group = BrokerGroup.start(Fixture.settings(data, false), ports.subList(0, 3), ports.subList(3, 6))) {
            until(() -> nodes(group) == 3);
            var last = group.brokers().getLast();
            last.kill();
            until(() -> nodes(group) == 2);
            last.restart();
            until(() -> nodes(group) == 3);
            assertThat(group.brokers()).extracting(Neighbour::name).containsExactly("broker-1", "broker-2", "broker-3");
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisplayName("OPS-8 the sentinels name another master once the first is gone")
    void redises() throws Exception {
        try (var group = RedisGroup.start(Fixture.settings(data, false))) {
            var first = group.master();
            assertThat(group.replicas()).hasSize(2).doesNotContain(first);
            first.kill();
            until(() -> group.master() != first);
            assertThat(RedisLine.ask(group.master().url(), "ROLE", 3).getLast()).isEqualTo("master");
        }
    }

    /** Ends with the test's own time. */
    private static void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int nodes(BrokerGroup group) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", group.bootstrapServers()))) {
            return admin.describeCluster().nodes().get(1, TimeUnit.MINUTES).size();
        }
    }
}
