package io.flyball.notifier.delivery;

import static io.flyball.notifier.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.Messages;
import io.flyball.notifier.message.Kind;
import io.flyball.notifier.message.Message;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceptionTest {
    private final Message closing = Messages.closing();
    private final Message stop = Messages.of(Kind.STOP, "critical", "EMERGENCY STOP by ann", "Nothing acts any more.");

    @Test
    @DisplayName(
            "NTF-2 the same record again is ignored, another message under the same key is suppressed with a receipt")
    void repeats() {
        assertThat(Reception.of(closing, null, NOON)).isInstanceOf(Reception.Tell.class);
        assertThat(Reception.of(closing, closing.id(), NOON)).isInstanceOf(Reception.Ignore.class);
        assertThat(Reception.of(closing, "other", NOON))
                .isEqualTo(new Reception.Suppress("told already by message other"));
    }

    @Test
    @DisplayName("NTF-2 what is old or expired is not told any more")
    void old() {
        Instant nextDay = NOON.plus(Duration.ofHours(24)).plusMillis(1);
        assertThat(Reception.of(closing, null, nextDay.minusMillis(1))).isInstanceOf(Reception.Tell.class);
        assertThat(Reception.of(closing, null, nextDay)).isInstanceOf(Reception.Suppress.class);
        Message approval = Messages.expiring(closing, NOON.plusSeconds(600));
        assertThat(Reception.of(approval, null, NOON.plusSeconds(599))).isInstanceOf(Reception.Tell.class);
        assertThat(Reception.of(approval, null, NOON.plusSeconds(600)))
                .isEqualTo(new Reception.Suppress("expired at " + NOON.plusSeconds(600)));
    }

    @Test
    @DisplayName("NTF-3 an emergency stop is told however old it is, and never taken for a repeat of another")
    void stops() {
        assertThat(Reception.of(stop, null, NOON.plus(Duration.ofDays(6)))).isInstanceOf(Reception.Tell.class);
        assertThat(stop.repeatKey()).isEqualTo(stop.id());
        assertThat(stop.urgent()).isTrue();
        assertThat(closing.urgent()).isFalse();
    }
}
