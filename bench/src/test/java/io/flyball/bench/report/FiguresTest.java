package io.flyball.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0.123456, 0.123",
        "12.3456, 12.3",
        "123.456, 123",
        "98765.4, 98765",
        "0, 0",
        "NaN, NaN",
        "-1.2345, -1.23"
    })
    @DisplayName("Three digits; whole numbers from 100 on; what is no number stays none")
    void rounded(double value, double expected) {
        assertThat(Double.valueOf(Figures.rounded(value))).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void latencyInMilliseconds() {
        var nanos = new Histogram(3);
        for (int i = 1; i <= 100; i++) {
            nanos.recordValue(i * 1_000_000L);
        }
        Latency latency = Latency.of(nanos);
        assertThat(latency.p50()).isBetween(49.9, 50.2);
        assertThat(latency.p99()).isBetween(98.9, 99.2);
        assertThat(latency.max()).isEqualTo(100);
    }
}
