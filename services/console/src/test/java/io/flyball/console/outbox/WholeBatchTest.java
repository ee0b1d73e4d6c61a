package io.flyball.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.RegistryUnavailable;
import io.flyball.platform.wire.Wire;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Failures that a real broker does not give on demand; against a real one see AlertsIT and OutagesIT. */
@DisplayName("ING-6 nothing half-written")
class WholeBatchTest {
    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();
    private Consumer<MockProducer<String, byte[]>> trouble = _ -> {};
    private int encodable = Integer.MAX_VALUE;

    private final WholeBatch batch = new WholeBatch(
            this::producer,
            new ShortLivedRegistry(),
            new EventHeaders("t", new Telemetry(OpenTelemetry.noop())),
            Clock.systemUTC());

    private MockProducer<String, byte[]> producer() {
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        trouble.accept(producer);
        producers.add(producer);
        return producer;
    }

    /** Gives schema ids for a while. */
    private final class ShortLivedRegistry implements Wire {
        @Override
        public byte[] encode(String topic, SpecificRecord record) {
            if (encodable-- <= 0) {
                throw new RegistryUnavailable("away", new IllegalStateException());
            }
            return record.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T extends SpecificRecord> T decode(String topic, byte[] bytes, Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }

    private static List<Message> messages(int count) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(new Message(
                    "topic",
                    "key",
                    ControlCommand.newBuilder()
                            .setId("c" + i)
                            .setTarget("t")
                            .setKind(ControlKind.PAUSE)
                            .setTenant("default")
                            .setReason("r")
                            .setBy("b")
                            .setChannel("api")
                            .setAt(Instant.EPOCH)
                            .build()));
        }
        return messages;
    }

    @Test
    void allOfThemAreCommittedTogether() {
        batch.send(messages(3));
        batch.send(messages(2));
        assertThat(producers).singleElement().satisfies(producer -> {
            assertThat(producer.history()).hasSize(5);
            assertThat(producer.commitCount()).isEqualTo(2);
        });
    }

    @Test
    void aSchemaThatCannotBeAskedInTheMiddleLeavesNothing() {
        encodable = 2;
        assertThatThrownBy(() -> batch.send(messages(3))).isInstanceOf(RegistryUnavailable.class);
        assertThat(producers.getFirst().history()).isEmpty();
        assertThat(producers.getFirst().commitCount()).isZero();
        assertThat(producers.getFirst().closed()).isTrue();
    }

    @Test
    void afterAFailureTheNextBatchGetsANewProducer() {
        trouble = producer -> producer.commitTransactionException = new TimeoutException("no answer");
        assertThatThrownBy(() -> batch.send(messages(2))).isInstanceOf(TimeoutException.class);
        trouble = _ -> {};
        batch.send(messages(2));
        assertThat(producers).hasSize(2);
        assertThat(producers.getLast().history()).hasSize(2);
    }

    @Test
    void aProducerThatCannotBeginIsClosedAndTriedAnew() {
        trouble = producer -> producer.initTransactionException = new TimeoutException("no broker");
        assertThatThrownBy(() -> batch.send(messages(2))).isInstanceOf(TimeoutException.class);
        assertThat(producers.getFirst().closed()).isTrue();
        trouble = _ -> {};
        batch.send(messages(2));
        assertThat(producers.getLast().commitCount()).isEqualTo(1);
    }
}
