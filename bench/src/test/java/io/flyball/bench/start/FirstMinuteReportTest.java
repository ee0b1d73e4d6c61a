package io.flyball.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.bench.report.Machine;
import io.flyball.bench.start.FirstMinuteReport.Start;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstMinuteReportTest {
    private static final Start PLAIN = new Start(9.5, List.of(10.0, 30.0, 60.0, 100.0));
    private static final Start REMEMBERED = new Start(4.0, List.of(40.0, 55.0, 80.0, 90.0));

    @Test
    void bothAreMeasuredAgainstTheBestThatEitherDid() {
        var report = new FirstMinuteReport(PLAIN, REMEMBERED, Machine.now(0.5));
        assertThat(report.warmRunsPerSecond()).isEqualTo(100);
        assertThat(PLAIN.halfAfter(100)).isEqualTo(15);
        assertThat(REMEMBERED.halfAfter(100)).isEqualTo(10);
        assertThat(REMEMBERED.halfAfter(1_000)).isEqualTo(-1);
        assertThat(report.lines()).anyMatch(line -> line.matches("  half of 100.0 runs/s by second +15 +10"));
    }
}
