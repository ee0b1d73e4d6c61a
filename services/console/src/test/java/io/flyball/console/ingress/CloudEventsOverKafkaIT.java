package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.RunningConsole;
import io.flyball.console.kit.TopicReader;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.DeadLetter;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
@DisplayName("ING-1 OPS-7 alerts as CloudEvents over Kafka, by a bound function")
class CloudEventsOverKafkaIT {
    private final String topic = "bus-" + UUID.randomUUID();
    private final String name = "Slow-" + UUID.randomUUID();

    @Test
    @DisplayName(
            "ING-1 structured and binary events become alerts, one condition; what is none is a dead letter and holds up nothing")
    void fromTheBusToTheTopic(SharedNeighbours neighbours) throws Exception {
        createTopic(neighbours);
        try (RunningConsole _ = console(neighbours)) {
            send(neighbours, "not JSON", Map.of());
            send(
                    neighbours,
                    "{\"specversion\": \"1.0\", \"id\": \"1\", \"source\": \"/shop\", \"type\": \"x.order.created\"}",
                    Map.of());
            send(
                    neighbours,
                    "{\"specversion\": \"1.0\", \"id\": \"2\", \"source\": \"/probe\", \"type\": \"x.alert.firing\", \"data\": {\"name\": \"%s\", \"severity\": \"critical\"}}"
                            .formatted(name),
                    Map.of("content-type", "application/cloudevents+json"));
            Await.that("the alert fires").until(() -> alerts(neighbours), list -> list.size() == 1);
        }
        // While nobody reads, the end is told; the next console goes on there.
        send(
                neighbours,
                "{\"name\": \"%s\"}".formatted(name),
                Map.of("ce_specversion", "1.0", "ce_id", "3", "ce_source", "/probe", "ce_type", "x.alert.resolved"));
        try (RunningConsole _ = console(neighbours)) {
            List<Alert> both =
                    Await.that("the alert is over").until(() -> alerts(neighbours), list -> list.size() == 2);
            assertThat(both).extracting(Alert::getStatus).containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
            assertThat(both.getFirst().getFingerprint())
                    .isEqualTo(both.getLast().getFingerprint());
            assertThat(both).allSatisfy(alert -> assertThat(alert.getSource()).isEqualTo("cloudevents"));
            assertThat(both.getFirst().getSeverity()).isEqualTo("critical");
            assertThat(new TopicReader<>(neighbours, Topics.DEAD_LETTERS, DeadLetter.class)
                            .all(letter -> letter.getTopic().equals(topic)))
                    .singleElement()
                    .satisfies(read -> assertThat(read.record().getReason()).contains("JSON"));
        }
    }

    private RunningConsole console(SharedNeighbours neighbours) {
        return RunningConsole.start(
                neighbours,
                "--flyball.ingress.cloudevents.topic=" + topic,
                "--flyball.ingress.cloudevents.group=" + topic);
    }

    private List<Alert> alerts(SharedNeighbours neighbours) {
        return new TopicReader<>(neighbours, Topics.ALERTS, Alert.class)
                .all(alert -> alert.getName().equals(name)).stream()
                        .map(TopicReader.Read::record)
                        .toList();
    }

    private void createTopic(SharedNeighbours neighbours) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", neighbours.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(1, TimeUnit.MINUTES);
        }
    }

    private void send(SharedNeighbours neighbours, String value, Map<String, String> headers) throws Exception {
        var all = new RecordHeaders();
        headers.forEach((header, text) -> all.add(header, text.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", neighbours.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, (byte[]) null, value.getBytes(StandardCharsets.UTF_8), all))
                    .get(1, TimeUnit.MINUTES);
        }
    }
}
