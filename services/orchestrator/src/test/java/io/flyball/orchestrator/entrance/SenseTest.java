package io.flyball.orchestrator.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenseTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @DisplayName("CON-7 a time that cannot be is named, with what it would be in another unit")
    @CsvSource(delimiter = '|', textBlock = """
            1767268800          | as seconds it would be 2026-01-01T12:00:00Z
            1767268800000000    | as microseconds it would be 2026-01-01T12:00:00Z
            0                   | startsAt is 1970-01-01T00:00:00Z
            -1                  | startsAt is 1969
            946684799999        | startsAt is 1999-12-31T23:59:59.999Z
            1767355200001       | startsAt is 2026-01-02T12:00:00.001Z
            9223372036854775807 | startsAt is +292278994
            -9223372036854775808 | startsAt is -292275055
            """)
    void impossible(long millis, String says) {
        assertThat(new Sense(NOW).time("startsAt", Instant.ofEpochMilli(millis)).faults())
                .singleElement()
                .asString()
                .contains(says)
                .contains("in milliseconds");
    }

    @ParameterizedTest
    @DisplayName("CON-7 a time from 2000 to a day from now makes sense, whatever the sender's clock and zone")
    @ValueSource(
            strings = {"2000-01-01T00:00:00Z", "2026-01-01T12:00:00Z", "2026-01-02T02:00:00Z", "2026-01-02T12:00:00Z"})
    void possible(Instant at) {
        assertThat(new Sense(NOW).time("startsAt", at).faults()).isEmpty();
    }

    @Test
    @DisplayName("CON-7 an end before its beginning is named; one at its beginning is possible")
    void order() {
        assertThat(new Sense(NOW)
                        .order("startsAt", NOW, "endsAt", NOW.minusMillis(1))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("endsAt is ")
                .contains("before startsAt");
        assertThat(new Sense(NOW).order("startsAt", NOW, "endsAt", NOW).faults())
                .isEmpty();
        assertThat(new Sense(NOW).order("startsAt", NOW, "endsAt", null).faults())
                .isEmpty();
    }

    @Test
    @DisplayName("CON-7 every field that is wrong is named")
    void all() {
        assertThat(new Sense(NOW)
                        .name("fingerprint", " ", 10)
                        .name("service", "x".repeat(11), 10)
                        .name("absent", null, 10)
                        .longest("goal", "", 10)
                        .count("causalDepth", -1)
                        .time("receivedAt", NOW.plus(Duration.ofDays(2)))
                        .faults())
                .hasSize(4)
                .anyMatch(fault -> fault.equals("fingerprint is blank"))
                .anyMatch(fault -> fault.equals("service has 11 characters, at most 10 are possible"))
                .anyMatch(fault -> fault.equals("causalDepth is -1, expected 0 or more"));
    }
}
