package io.flyball.drills.budgetrace;

import io.flyball.contract.TokenCount;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import io.flyball.spending.Spender;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells the ledger, as the planner does: acknowledged before a call is settled. */
final class UsageOut implements AutoCloseable {
    private final Wire wire;
    private final KafkaProducer<String, byte[]> producer;

    UsageOut(String kafka, Wire wire) {
        this.wire = wire;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static Usage usage(Spender spender, String call, long input, long output, boolean estimated) {
        return Usage.newBuilder()
                .setId(call)
                .setKind(UsageKind.MODEL_CALL)
                .setRunId(spender.runs().getFirst())
                .setTenant(spender.tenant())
                .setPrincipal(spender.principal())
                .setAgent(spender.agent())
                .setProvider(CallPrice.PROVIDER)
                .setModel(CallPrice.MODEL)
                .setTokens(TokenCount.newBuilder()
                        .setInput(input)
                        .setOutput(output)
                        .build())
                .setEstimated(estimated)
                .setDurationMillis(1)
                .setUsedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    String text(Usage usage) {
        return Base64.getEncoder().encodeToString(wire.encode(Topics.USAGE, usage));
    }

    void send(Usage usage) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(Topics.USAGE, usage.getPrincipal(), wire.encode(Topics.USAGE, usage)))
                .get();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
