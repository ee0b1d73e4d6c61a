package io.flyball.governor;

import static io.flyball.governor.Records.newRun;
import static io.flyball.governor.Records.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ActionVerdict;
import io.flyball.localstack.NeighbourKind;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS})
class VerdictLatencyIT {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 300;
    private static final int BURST = 3_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"10ms"})
    @DisplayName(
            "GOV-7 from a proposal to its verdict on the topic, where no person is needed: p50 and p99 are printed")
    void latency(String commitInterval, SharedNeighbours neighbours) throws Exception {
        String interval = "flyball.governor.streams.commit-interval=" + commitInterval;
        try (var heard = new Heard(neighbours);
                var governor = new RunningGovernor(neighbours, folder, interval);
                var wire = new RegistryWire(URI.create(neighbours.registryUrl()));
                var verdicts = verdicts(neighbours.bootstrapServers())) {
            Await.that("the governor is ready").until(governor::isReady);
            heard.say(Topics.ACTION_PROPOSALS, "warm", proposal("warm" + newRun(), "status"));
            double[] spaced = measure(publisher(neighbours, wire), verdicts, wire, Duration.ofMillis(30));
            double[] unspaced = measure(publisher(neighbours, wire), verdicts, wire, Duration.ZERO);
            double perSecond = burst(publisher(neighbours, wire), verdicts);
            print(commitInterval + ", one every 30 ms", spaced);
            print(commitInterval + ", one after another", unspaced);
            System.out.printf("GOV-7 %s, %d at once: %.0f verdicts per second%n", commitInterval, BURST, perSecond);
        }
    }

    private static void print(String what, double[] millis) {
        System.out.printf(
                "GOV-7 %s: proposal to verdict p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                what, at(millis, 0.5), at(millis, 0.99), at(millis, 1));
    }

    private static double[] measure(
            Publisher publisher, KafkaConsumer<byte[], byte[]> verdicts, RegistryWire wire, Duration pause)
            throws Exception {
        double[] millis = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            ActionProposal proposal = proposal(newRun(), "status");
            verdicts.poll(pause);
            long start = System.nanoTime();
            publisher.send(Topics.ACTION_PROPOSALS, proposal.getRunId(), proposal);
            awaitVerdict(proposal.getActionId(), verdicts, wire);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        publisher.close();
        Arrays.sort(millis);
        return millis;
    }

    private static double burst(Publisher publisher, KafkaConsumer<byte[], byte[]> verdicts) {
        long start = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
            ActionProposal proposal = proposal(newRun(), "status");
            publisher.send(Topics.ACTION_PROPOSALS, proposal.getRunId(), proposal);
        }
        int heard = 0;
        while (heard < BURST
                && System.nanoTime() - start < Duration.ofMinutes(5).toNanos()) {
            heard += verdicts.poll(Duration.ofMillis(500)).count();
        }
        publisher.close();
        assertThat(heard).isEqualTo(BURST);
        return BURST / ((System.nanoTime() - start) / 1e9);
    }

    private static void awaitVerdict(String actionId, KafkaConsumer<byte[], byte[]> verdicts, RegistryWire wire)
            throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            for (var record : verdicts.poll(Duration.ofMillis(500))) {
                if (wire.decode(record.topic(), record.value(), ActionVerdict.class)
                        .getActionId()
                        .equals(actionId)) {
                    return;
                }
            }
        }
        throw new AssertionError("no verdict for " + actionId);
    }

    private static Publisher publisher(SharedNeighbours neighbours, RegistryWire wire) {
        return new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "latency"),
                wire,
                new EventHeaders("test", new Telemetry(OpenTelemetry.noop())),
                Clock.systemUTC());
    }

    private static KafkaConsumer<byte[], byte[]> verdicts(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.ACTION_VERDICTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * sorted.length))];
    }
}
