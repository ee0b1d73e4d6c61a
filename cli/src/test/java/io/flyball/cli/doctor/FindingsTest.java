package io.flyball.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.doctor.Finding.State;
import io.flyball.cli.doctor.LagCheck.Position;
import io.flyball.localstack.transactions.OpenTransaction;
import io.flyball.localstack.transactions.OpenTransaction.Place;
import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CLI-4 what the doctor makes of what it sees")
class FindingsTest {
    private static final TopicCatalogue CATALOGUE = TopicCatalogue.load();
    private static final TopicPartition ALERTS = new TopicPartition("agent.alerts", 0);

    private static TopicDescription described(String name, int partitions) {
        return new TopicDescription(
                name,
                false,
                IntStream.range(0, partitions)
                        .mapToObj(number -> new TopicPartitionInfo(number, Node.noNode(), List.of(), List.of()))
                        .toList());
    }

    private static Map<String, TopicDescription> described() {
        return CATALOGUE.topics().stream()
                .collect(Collectors.toMap(Topic::name, topic -> described(topic.name(), topic.partitions())));
    }

    private static Map<String, Config> configs() {
        return CATALOGUE.topics().stream()
                .collect(Collectors.toMap(
                        Topic::name,
                        topic -> new Config(topic.config().entrySet().stream()
                                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                                .toList())));
    }

    @Test
    @DisplayName("CON-5 topics that are as the catalogue says are one line; what is missing or otherwise is named")
    void topics() {
        assertThat(TopicCheck.findings(CATALOGUE, described(), configs()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(State.OK));

        Map<String, TopicDescription> described = described();
        described.remove("agent.results");
        described.put("agent.alerts", described("agent.alerts", 3));
        described.put("agent.plan-decisions", described("agent.plan-decisions", 12));
        Map<String, Config> configs = configs();
        configs.put("agent.control", new Config(List.of(new ConfigEntry("cleanup.policy", "delete"))));

        assertThat(TopicCheck.findings(CATALOGUE, described, configs))
                .allSatisfy(finding -> assertThat(finding.state()).isEqualTo(State.PROBLEM))
                .extracting(finding -> finding.check() + " " + finding.detail())
                .anyMatch(text -> text.startsWith("topic agent.results is missing"))
                .anyMatch(text -> text.startsWith("topic agent.plan-decisions has 12 partitions, and must have 3"))
                .anyMatch(text -> text.startsWith("topic agent.control has cleanup.policy=delete"))
                .anyMatch(text -> text.startsWith("topic agent.control has min.compaction.lag.ms=nothing"))
                .hasSize(4);
    }

    @Test
    @DisplayName("CLI-4 readers that have something to read and do not move are named, with how much")
    void readers() {
        Position still = new Position("planner", Map.of(ALERTS, 10L));
        Position moving = new Position("governor", Map.of(ALERTS, 10L));
        Position done = new Position("notifier", Map.of(ALERTS, 50L));

        assertThat(LagCheck.findings(
                        List.of(still, moving, done),
                        List.of(still, new Position("governor", Map.of(ALERTS, 11L)), done),
                        Map.of(ALERTS, 50L)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo("group planner");
                    assertThat(finding.detail()).contains("40 records to read: agent.alerts 40");
                });
    }

    @Test
    @DisplayName("RUN-20 of what hangs only our topics' and the same producers' offsets are ours")
    void hanging() {
        Function<Place, OpenTransaction> open = place -> new OpenTransaction(place, 1, 0, 7);
        OpenTransaction ours = open.apply(new Place("agent.alerts", 0, 9));
        OpenTransaction offsets = open.apply(new Place("__consumer_offsets", 3, 9));
        OpenTransaction foreign = open.apply(new Place("orders", 0, 10));
        OpenTransaction foreignOffsets = open.apply(new Place("__consumer_offsets", 3, 10));

        assertThat(Hanging.ours(List.of(ours, offsets, foreign, foreignOffsets), "agent.alerts"::equals))
                .containsExactly(ours, offsets);
        assertThat(Hanging.findings(List.of())).extracting(Finding::state).containsExactly(State.OK);
    }
}
