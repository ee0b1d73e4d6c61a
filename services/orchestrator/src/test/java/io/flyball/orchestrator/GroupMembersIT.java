package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import io.flyball.orchestrator.config.AttendanceProperties;
import io.flyball.orchestrator.run.Answerer;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a real broker says of groups that come, go, or never were. */
@WithNeighbours(NeighbourKind.BROKER)
class GroupMembersIT {
    private static final Duration POLL = Duration.ofMillis(100);

    private final AttendanceProperties groups =
            new AttendanceProperties(Duration.ofMillis(200), Duration.ofSeconds(1), group(), group(), group());
    private SharedNeighbours neighbours;
    private GroupMembers members;

    private static String group() {
        return "attendance-" + UUID.randomUUID();
    }

    @BeforeEach
    void start(SharedNeighbours shared) {
        neighbours = shared;
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        members = new GroupMembers(neighbours.bootstrapServers(), groups);
    }

    @AfterEach
    void stop() {
        members.close();
    }

    private Map<String, Object> settings(String group) {
        return Map.of("bootstrap.servers", neighbours.bootstrapServers(), "group.id", group);
    }

    @Test
    @DisplayName("RUN-27 of a group that never was the broker says nothing")
    void never() throws Exception {
        for (Answerer who : Answerer.values()) {
            assertThat(members.present(who)).as("%s", who).isEmpty();
        }
    }

    @Test
    @DisplayName("RUN-27 a planner that came is there, and one that left is not; so the watch says since when")
    void workers() throws Exception {
        var watch = new GroupWatch(members, groups, Clock.systemUTC());
        watch.start();
        try {
            try (var worker = new KafkaShareConsumer<>(
                    settings(groups.planner()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                worker.subscribe(List.of(Topics.PLAN_REQUESTS));
                Await.that("the worker is a member").until(() -> {
                    worker.poll(POLL);
                    return members.present(Answerer.PLANNER).orElse(false);
                });
                assertThat(watch.goneSince(Answerer.PLANNER)).isEmpty();
            }
            Await.that("the group is empty")
                    .until(() -> watch.goneSince(Answerer.PLANNER).isPresent());
            assertThat(members.present(Answerer.PLANNER)).contains(false);
        } finally {
            watch.stop();
        }
    }

    @Test
    @DisplayName("RUN-27 a governor that came is there, and one that left is not")
    void governor() throws Exception {
        try (var consumer = new KafkaConsumer<>(
                settings(groups.governor()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.ACTION_PROPOSALS));
            Await.that("the consumer is a member").until(() -> {
                consumer.poll(POLL);
                return members.present(Answerer.GOVERNOR).orElse(false);
            });
        }
        Await.that("the group is empty")
                .until(() -> !members.present(Answerer.GOVERNOR).orElse(true));
    }
}
