package io.flyball.platform.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import io.flyball.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final int KAFKA = 1024 * 1024;
    private static final DeadLetters.Origin ORIGIN = new DeadLetters.Origin("agent.alerts", 0, 7, 1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetters letters = new DeadLetters("test", Clock.systemUTC(), meters);

    @Test
    @DisplayName("CON-7 the bytes are kept unchanged, and it is counted")
    void unchanged() {
        byte[] value = {9, 9, 9};
        var headers = new RecordHeaders().add("traceparent", bytes("00-1"));
        DeadLetter letter = letters.of(ORIGIN, bytes("key"), value, headers, new Unreadable("no"));

        assertThat(letter.getValue().array()).isEqualTo(value);
        assertThat(letter.getHeaders()).containsEntry("traceparent", "00-1");
        assertThat(letter.getShortened()).isEmpty();
        assertThat(meters.counter("flyball.dead.letters", "topic", "agent.alerts")
                        .count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "RUN-25 a dead letter is never too large itself: key, value, headers and reason are shortened and marked")
    void shortened() {
        var headers = new RecordHeaders();
        for (int i = 0; i < 100; i++) {
            headers.add("h" + i, bytes("\uD83D\uDE00".repeat(20_000)));
        }
        DeadLetter letter = letters.of(
                ORIGIN, new byte[900_000], new byte[5_000_000], headers, new Unreadable("x".repeat(3_000_000)));

        int size = new LocalWire().encode(Topics.DEAD_LETTERS, letter).length
                + bytes(DeadLetters.key(new byte[900_000])).length;
        assertThat(size).isLessThan(KAFKA - 5_000);
        assertThat(letter.getShortened())
                .contains("key: the first 16000 of 900000 bytes", "value: the first 900000 of 5000000 bytes")
                .anyMatch(mark -> mark.startsWith("header h0: the beginning of 40000"))
                .anyMatch(mark -> mark.startsWith("headers: those from"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
