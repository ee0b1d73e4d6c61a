package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    @DisplayName("Base + 10 to base + 15, after the services' ports")
    void countsFromTheBase() {
        assertThat(Ports.from(Ports.DEFAULT_BASE)).isEqualTo(new Ports(7410, 7411, 7412, 7413, 7414, 7415));
    }

    @Test
    void freePortsAreFree() {
        var ports = Ports.free();
        assertThat(new PortCheck()
                        .taken(Stream.of(NeighbourKind.values())
                                .flatMap(kind -> ports.of(kind).stream())
                                .toList()))
                .isEmpty();
    }

    @Test
    void refusesTheSamePortTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ports(7410, 7410, 7412, 7413, 7414, 7415))
                .withMessageContaining("differ");
    }

    @Test
    void refusesABaseThatLeavesNoRoom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.from(65_530))
                .withMessageContaining("65535");
    }
}
