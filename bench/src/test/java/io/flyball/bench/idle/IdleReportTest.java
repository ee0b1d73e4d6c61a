package io.flyball.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.bench.report.Machine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IdleReportTest {
    private static final long SECOND = 1_000_000_000;

    private final Counts before = new Counts(
            5 * SECOND,
            Map.of("broker", new Counts.OfProcess(7 * SECOND, Map.of("1", 100L, "2", 50L))),
            Map.of("Fetch", 1_000L, "Metadata", 3L),
            Map.of("services: eyes", 10L),
            40);
    private final Counts after = new Counts(
            15 * SECOND,
            Map.of("broker", new Counts.OfProcess(8 * SECOND, Map.of("1", 120L, "3", 30L))),
            Map.of("Fetch", 1_020L, "Heartbeat", 80L, "Metadata", 3L),
            Map.of("services: eyes", 30L),
            60);
    private final IdleReport report = IdleReport.of(before, after, new Machine(2, "Linux", "25", 0.1, 0.2));

    @Test
    @DisplayName("Processor time is told in percent of one core, wake-ups and requests by the second")
    void rates() {
        assertThat(report.seconds()).isEqualTo(10);
        assertThat(report.processes()).containsEntry("broker", new IdleReport.OfProcess(10, 5));
        assertThat(report.brokerRequestsPerSecond()).isEqualTo(10);
        assertThat(report.byKind()).containsExactly(Map.entry("Heartbeat", 8.0), Map.entry("Fetch", 2.0));
        assertThat(report.byClient()).containsExactly(Map.entry("services: eyes", 2.0));
        assertThat(report.redisCommandsPerSecond()).isEqualTo(2);
    }

    @Test
    void theTableHasThemAll() {
        List<String> lines = IdleTable.lines(report);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        assertThat(String.join("\n", lines)).contains("broker", "Heartbeat", "services: eyes", "Redis: 2.0 commands/s");
    }

    @Test
    @DisplayName("Services that share a process are one; others are named")
    void processes() {
        var json = new JsonMapper();
        String neighbours = "\"pid\": 1, \"neighbours\": [{\"name\": \"broker\", \"pid\": 2}]";
        String services = "\"services\": [{\"name\": \"console\", \"pid\": 3}, {\"name\": \"planner\", \"pid\": %d}]";

        assertThat(IdleSuite.processes(
                        json.readTree("{\"mode\": \"one-jvm\", " + neighbours + ", " + services.formatted(3) + "}")))
                .containsOnly(Map.entry("broker", 2L), Map.entry("services", 3L), Map.entry("supervisor", 1L));
        assertThat(IdleSuite.processes(
                        json.readTree("{\"mode\": \"processes\", " + neighbours + ", " + services.formatted(4) + "}")))
                .containsEntry("service console", 3L)
                .containsEntry("service planner", 4L);
    }
}
