package io.flyball.governor.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValueTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aStopComesBackAsItWas() {
        var stop = new StopOrder("o1", true, "fire", "ann", "console", NOON.minusSeconds(5));
        assertThat(new KeyValue().read(new KeyValue().of(stop), NOON))
                .isEqualTo(new KeyReading.Held(
                        new KeyValue().of(stop),
                        new StopOrder("o1", true, "fire", "ann", "redis", NOON.minusSeconds(5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "true", "stop", "{}", "{\"active\":\"false\"}", "{\"active\":true}", "[false]"})
    @DisplayName("STOP-1 whatever is not clearly inactive is a stop")
    void whateverIsNotClearlyInactiveStops(String value) {
        assertThat(new KeyValue().read(value, NOON))
                .isInstanceOfSatisfying(
                        KeyReading.Held.class,
                        held -> assertThat(held.says().stops()).isTrue());
    }

    @Test
    void aReleaseMaySayWhoAndWhy() {
        String released = "{\"active\":false,\"reason\":\"out\",\"released_by\":\"bob\"}";
        assertThat(new KeyValue().read(released, NOON))
                .isEqualTo(new KeyReading.Held(released, new StopOrder("", false, "out", "bob", "redis", NOON)));
        assertThat(new KeyValue().read(KeyValue.RELEASED, NOON))
                .isEqualTo(new KeyReading.Held(
                        KeyValue.RELEASED, new StopOrder("", false, "no reason given", "unknown", "redis", NOON)));
    }

    @Test
    void aTimeThatIsNoneIsTheTimeOfTheLook() {
        assertThat(new KeyValue().read("{\"active\":true,\"activated_at\":\"yesterday\"}", NOON))
                .isInstanceOfSatisfying(
                        KeyReading.Held.class,
                        held -> assertThat(held.says().at()).isEqualTo(NOON));
    }

    @Test
    void noValueIsNoKey() {
        assertThat(new KeyValue().read(null, NOON)).isEqualTo(new KeyReading.Missing());
    }

    @Test
    void idsAreUuidsOfVersion7InOrderOfTime() {
        var random = new Random(7);
        var first = UUID.fromString(new OrderId(Clock.fixed(NOON, ZoneOffset.UTC), random).next());
        var second = UUID.fromString(new OrderId(Clock.fixed(NOON.plusMillis(1), ZoneOffset.UTC), random).next());
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(second.toString()).isGreaterThan(first.toString());
    }
}
