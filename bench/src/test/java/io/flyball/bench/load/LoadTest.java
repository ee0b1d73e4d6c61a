package io.flyball.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    @DisplayName("Closed: the next run opens as soon as fewer are in flight, and not before")
    void closed() {
        var load = new Load.Closed(2);
        assertThat(load.nextAt(1, 1, 77)).isEqualTo(77);
        assertThat(load.nextAt(2, 2, 77)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    @DisplayName("Open: runs are due by the clock, however many are in flight")
    void open() {
        var load = new Load.Open(4);
        assertThat(load.nextAt(0, 1_000, 5)).isZero();
        assertThat(load.nextAt(6, 1_000, 5)).isEqualTo(1_500_000_000L);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> new Load.Closed(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Load.Open(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Load.Open(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
