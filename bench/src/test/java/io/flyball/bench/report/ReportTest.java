package io.flyball.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Machine MACHINE = new Machine(2, "Linux", "25", 0.1, 1.5);
    private static final Map<String, Double> RECORDS = Map.of("agent.run-events", 25.2, "agent.results", 1.0);
    private static final Latency LATENCY = new Latency(12, 30, 40);

    @Test
    @DisplayName("The ratios compare engine and relays with 64 runs in flight")
    void ratio() {
        assertThat(report(0).throughputVsRawKafka()).isEqualTo(0.4);
        assertThat(report(0).throughputVsCrossingsAlone()).isEqualTo(0.1);
        assertThat(report(0).throughputVsTransactionalRelay()).isEqualTo(0.8);
        assertThat(report(0).recordsPerRun()).isEqualTo(26);
        assertThat(report(0).addedStepLatencyMs()).isEqualTo(LATENCY);
        assertThat(report(0).cpuSecondsPer1000Steps()).isEqualTo(0.5);
    }

    @Test
    void theTableSaysWhatIsRealAndWhatIsNot() {
        List<String> lines = ReportTable.lines(report(0));
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        assertThat(String.join("\n", lines))
                .contains("the real orchestrator in its own process")
                .contains("instant responders")
                .contains("steps/s, 64 runs in flight")
                .contains("as the engine writes (26 a run)")
                .contains("only the 18 records that cross")
                .contains("100,000")
                .contains("agent.run-events")
                .doesNotContain("NEVER ENDED");
    }

    @Test
    @DisplayName("Runs that never ended are told aloud")
    void unfinished() {
        assertThat(ReportTable.lines(report(3))).contains("3 RUNS NEVER ENDED");
    }

    private static Report report(long unfinished) {
        var engine = new Series(LATENCY, Map.of(16, 300.0, 64, 400.0, 256, 500.0), 0.5, 0.4, unfinished);
        var relay = new Series(LATENCY, Map.of(16, 600.0, 64, 1000.0, 256, 2000.0), 0.2, 0.2, 0);
        var growth = new Growth(100_000, 101_000, 8, LATENCY, 390, 400);
        var whole = new Whole(LATENCY, Map.of(16, 80.0), 0);
        var relays = new Relays(68, relay, relayOf(4000), relayOf(500));
        return Report.of(
                engine, new OpenLoop(200, LATENCY, LATENCY), RECORDS, relays, List.of(growth), whole, MACHINE, 60);
    }

    private static Series relayOf(double steps) {
        return new Series(LATENCY, Map.of(64, steps), 0.2, 0.2, 0);
    }
}
