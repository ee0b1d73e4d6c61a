package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.console.door.Refusal;
import io.flyball.console.kit.Bound;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-6 each source has its own rate")
class SourceRatesTest {
    private final SourceRates rates = new SourceRates(Bound.to(
            IngressProperties.class,
            "flyball.ingress",
            Map.of("flyball.ingress.rate.per-second", "1", "flyball.ingress.rate.burst", "2")));

    @Test
    void oneSourceDoesNotUseUpAnothers() {
        rates.count("a", 0);
        rates.count("a", 0);
        assertThatThrownBy(() -> rates.count("a", 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a sends more");
        assertThatCode(() -> rates.count("b", 0)).doesNotThrowAnyException();
        assertThatCode(() -> rates.count("a", 1_000_000_000)).doesNotThrowAnyException();
    }
}
