package io.flyball.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.bench.stack.Home;
import io.flyball.bench.stack.ProcessFigures;
import io.flyball.bench.stack.Surroundings;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker and a real Redis. */
class CountersIT {

    @Test
    @DisplayName("What the broker, Redis and the system count rises with what is asked of them")
    void counts(@TempDir Path folder) throws Exception {
        try (var around = Surroundings.start(new Home(Path.of("..")), folder);
                var broker = JvmCounters.of(around.brokerPid());
                var redis = RedisCounter.at(around.redis().toString());
                var admin = Admin.create(Map.of("bootstrap.servers", around.kafka()))) {
            long asked = broker.requestsByKind().getOrDefault("Metadata", 0L);
            long commands = redis.commands();
            var sleeps = ProcessFigures.sleeps(around.brokerPid());

            admin.listTopics().names().get(120, TimeUnit.SECONDS);

            assertThat(broker.requestsByKind().get("Metadata")).isGreaterThan(asked);
            assertThat(redis.commands()).isGreaterThan(commands);
            assertThat(new Counts.OfProcess(0, ProcessFigures.sleeps(around.brokerPid()))
                            .wakeUpsSince(new Counts.OfProcess(0, sleeps)))
                    .isPositive();
        }
    }
}
