package io.flyball.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    @DisplayName("RUN-27 a group that nobody could tell of is not empty")
    void nothingSeen() {
        assertThat(Sightings.NONE.goneSince(NOW, FORGOTTEN_AFTER)).isEmpty();
        assertThat(Sightings.NONE.wasThere(NOW, NOW, FORGOTTEN_AFTER)).isTrue();
    }

    @Test
    @DisplayName("RUN-27 whoever is missing now may have died as long before the last sighting as a group remembers it")
    void gone() {
        Sightings seen =
                Sightings.NONE.at(NOW, true).at(NOW.plusSeconds(2), false).at(NOW.plusSeconds(20), false);

        assertThat(seen.goneSince(NOW.plusSeconds(21), FORGOTTEN_AFTER)).contains(NOW.minusSeconds(10));
        assertThat(seen.at(NOW.plusSeconds(22), true).goneSince(NOW.plusSeconds(22), FORGOTTEN_AFTER))
                .isEmpty();
    }

    @Test
    @DisplayName("RUN-27 a member proves only that somebody was there that long before")
    void wasThere() {
        Sightings seen = Sightings.NONE.at(NOW, true);

        assertThat(seen.wasThere(NOW.minusSeconds(10), NOW, FORGOTTEN_AFTER)).isTrue();
        assertThat(seen.wasThere(NOW.minusSeconds(9), NOW, FORGOTTEN_AFTER)).isFalse();
    }

    @Test
    @DisplayName("RUN-27 looks that failed for long say nothing, and no run waits for them")
    void old() {
        Sightings seen = Sightings.NONE.at(NOW, false);

        assertThat(seen.goneSince(NOW.plusSeconds(30), FORGOTTEN_AFTER)).isPresent();
        assertThat(seen.goneSince(NOW.plusSeconds(31), FORGOTTEN_AFTER)).isEmpty();
        assertThat(seen.wasThere(NOW, NOW.plusSeconds(31), FORGOTTEN_AFTER)).isTrue();
    }

    @Test
    @DisplayName("RUN-27 after an hour without looks a restart of some seconds is no absence of an hour")
    void longAgo() {
        Instant then = Instant.parse("2026-01-01T00:00:00Z");
        Instant now = then.plusSeconds(3_600);
        Sightings seen = Sightings.NONE.at(then, true).at(now, false);
        assertThat(seen.goneSince(now, Duration.ofSeconds(12)).orElseThrow()).isAfterOrEqualTo(now.minusSeconds(12));

        Sightings missed = Sightings.NONE.at(then, false).at(now, false);
        assertThat(missed.goneSince(now, Duration.ofSeconds(12)).orElseThrow()).isAfterOrEqualTo(now.minusSeconds(12));
    }
}
