package io.flyball.platform.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.RunRequest;
import io.flyball.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every wire must do, the real one and the one in memory. */
abstract class WireContract {

    abstract Wire wire();

    @Test
    @DisplayName("CON-1 a record is magic byte 0, a 4-byte schema id and Avro, and comes back as it was")
    void roundTrip() throws Unreadable {
        byte[] bytes = wire().encode(Topics.ALERTS, alert());
        assertThat(bytes[0]).isZero();
        assertThat(RegistryWire.schemaId(bytes)).isNotNegative();
        assertThat(wire().decode(Topics.ALERTS, bytes, Alert.class)).isEqualTo(alert());
    }

    @Test
    @DisplayName(
            "CON-7 a bad magic byte, an unknown id, a corrupt body, a wrong type: each is unreadable, with its reason")
    void unreadable() {
        byte[] good = wire().encode(Topics.ALERTS, alert());
        byte[] magic = good.clone();
        magic[0] = 1;
        assertUnreadable(magic, "wire format");
        assertUnreadable(new byte[] {0, 0}, "wire format");

        byte[] unknown = good.clone();
        ByteBuffer.wrap(unknown).putInt(1, 987_654);
        assertUnreadable(unknown, "987654 is not in the registry");

        assertUnreadable(Arrays.copyOf(good, good.length - 20), "corrupt body");
        byte[] request = wire().encode(Topics.RUN_REQUESTS, request());
        assertUnreadable(request, "expected Alert");
    }

    private void assertUnreadable(byte[] bytes, String reason) {
        assertThatThrownBy(() -> wire().decode(Topics.ALERTS, bytes, Alert.class))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(reason);
    }

    static Alert alert() {
        return Alert.newBuilder()
                .setId("a-1")
                .setFingerprint("fp")
                .setName("HighErrorRate")
                .setStatus(AlertStatus.FIRING)
                .setStartsAt(Instant.EPOCH)
                .setSource("test")
                .setReceivedAt(Instant.EPOCH)
                .build();
    }

    private static RunRequest request() {
        return RunRequest.newBuilder()
                .setRunId("r")
                .setPrincipal("p")
                .setAgent("a")
                .setGoal("g")
                .setEnvironment("e")
                .setRequestedAt(Instant.EPOCH)
                .build();
    }
}
