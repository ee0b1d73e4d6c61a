package io.flyball.spending;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T12:00:00Z, 23, 2026-03-28T23:00:00Z",
        "Europe/Berlin, 2026-10-25T12:00:00Z, 25, 2026-10-24T22:00:00Z",
        "Europe/Berlin, 2026-11-27T22:59:59Z, 24, 2026-11-26T23:00:00Z",
        "Asia/Kolkata, 2026-11-27T12:00:00Z, 24, 2026-11-26T18:30:00Z",
        // Here midnight itself is skipped.
        "Africa/Cairo, 2026-04-24T12:00:00Z, 23, 2026-04-23T22:00:00Z",
        "America/Havana, 2026-11-01T12:00:00Z, 25, 2026-11-01T04:00:00Z"
    })
    @DisplayName("COST-4 a day is the tenant's, from midnight to midnight, also where a clock is put forward or back")
    void days(ZoneId zone, Instant moment, int hours, Instant begin) {
        Period.Window day = Period.DAY.at(moment, zone);

        assertThat(day.from()).isEqualTo(begin);
        assertThat(day.to()).isEqualTo(begin.plus(Duration.ofHours(hours)));
    }

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("COST-4 every budget begins anew exactly once at the end of its period, in every zone")
    void exactlyOnce(long seed) {
        Random chance = new Random(seed);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int i = 0; i < 2_000; i++) {
            ZoneId zone = ZoneId.of(zones.get(chance.nextInt(zones.size())));
            Instant moment = Instant.ofEpochSecond(1_700_000_000L + chance.nextInt(200_000_000));
            for (Period period : List.of(Period.HOUR, Period.DAY, Period.MONTH)) {
                Period.Window window = period.at(moment, zone);
                Instant from = java.util.Objects.requireNonNull(window.from());
                Instant to = java.util.Objects.requireNonNull(window.to());
                assertThat(moment).isBetween(from, to.minusNanos(1));
                assertThat(period.at(from, zone)).isEqualTo(window);
                assertThat(period.at(to.minusNanos(1), zone)).isEqualTo(window);
                assertThat(period.at(to, zone).from()).isEqualTo(to);
                assertThat(period.at(to, zone).name()).isNotEqualTo(window.name());
            }
        }
    }
}
