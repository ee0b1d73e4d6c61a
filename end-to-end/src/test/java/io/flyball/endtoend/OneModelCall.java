package io.flyball.endtoend;

import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.Topics;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a planner with a model tells of a call, and beside it what nobody can read: runbooks call no model, and nothing of ours is broken. */
final class OneModelCall {
    private OneModelCall() {}

    static void tell(Installation flyball) throws Exception {
        try (var wire = new RegistryWire(URI.create(flyball.urlOf("neighbours", "registry")));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", flyball.urlOf("neighbours", "broker")),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.USAGE, "run", wire.encode(Topics.USAGE, usage())))
                    .get(60, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>(Topics.USAGE, "run", new byte[] {9}))
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static Usage usage() {
        return Usage.newBuilder()
                .setId("usage-of-dashboards")
                .setKind(UsageKind.MODEL_CALL)
                .setRunId("run-of-dashboards")
                .setTenant("default")
                .setPrincipal("system")
                .setAgent("service-restorer")
                .setEnvironment("staging")
                .setStep(1)
                .setProvider("anthropic")
                .setModel("some-model")
                .setTokens(new TokenCount(100L, 30L, 50L, 10L))
                .setDurationMillis(1_200)
                .setUsedAt(Instant.now())
                .build();
    }
}
