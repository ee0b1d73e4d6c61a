package io.flyball.orchestrator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.orchestrator.run.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesTest {

    @Test
    @DisplayName("RUN-4 defaults are the documented ones")
    void defaultsAreTheDocumentedOnes() {
        RunProperties runs = bind("flyball.orchestrator", RunProperties.class, Map.of());
        assertThat(runs.defaultAgent()).isEqualTo("first-responder");
        assertThat(runs.coolDown()).isEqualTo(Duration.ofMinutes(5));
        assertThat(runs.limits().toLimits(Limits.DEFAULT.patience().coolDown())).isEqualTo(Limits.DEFAULT);
        assertThat(runs.bounds()).isEqualTo(BoundProperties.DEFAULT);
        assertThat(runs.consoleUrl()).isNull();
        assertThat(runs.tracingUrl()).isNull();

        StreamsProperties streams = bind("flyball.orchestrator.streams", StreamsProperties.class, Map.of());
        assertThat(streams.stateDirectory()).isEqualTo(Path.of(".flyball/orchestrator"));
        assertThat(streams.threads()).isEqualTo(1);
        assertThat(streams.commitInterval()).isEqualTo(Duration.ofMillis(50));

        assertThat(bind("flyball.orchestrator.audit", AuditProperties.class, Map.of()))
                .isEqualTo(new AuditProperties(
                        Path.of(".flyball/audit/checkpoints.jsonl"),
                        Path.of(".flyball/audit/checkpoint-key"),
                        Duration.ofMinutes(1)));

        assertThat(bind("flyball.catalogue", CatalogueProperties.class, Map.of())
                        .directory())
                .isEqualTo(Path.of("catalogue"));
    }

    @Test
    @DisplayName("RUN-27 who is looked for, and how often, has documented defaults")
    void attendanceDefaults() {
        assertThat(bind("flyball.orchestrator.attendance", AttendanceProperties.class, Map.of()))
                .isEqualTo(new AttendanceProperties(
                        Duration.ofSeconds(2), Duration.ofSeconds(10), "planner", "governor", "tool-executor"));
    }

    @Test
    @DisplayName("RUN-27 every property of that binds")
    void everyAttendancePropertyBinds() {
        Map<String, String> set =
                Map.of("every", "1s", "forgotten-after", "50s", "planner", "p", "governor", "g", "executor", "e");
        assertThat(bind("flyball.orchestrator.attendance", AttendanceProperties.class, set))
                .isEqualTo(new AttendanceProperties(Duration.ofSeconds(1), Duration.ofSeconds(50), "p", "g", "e"));
        assertThatThrownBy(() ->
                        bind("flyball.orchestrator.attendance", AttendanceProperties.class, Map.of("every", "16s")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("ING-4 ING-5 admission's defaults are the documented ones")
    void admissionDefaultsAreTheDocumentedOnes() {
        assertThat(bind("flyball.orchestrator.admission", AdmissionProperties.class, Map.of()))
                .isEqualTo(AdmissionProperties.DEFAULT);
    }

    @Test
    @DisplayName("ING-4 ING-5 every property of admission binds")
    void everyAdmissionPropertyBinds() {
        Map<String, String> set = new HashMap<>();
        set.put("group-by", "service,team");
        set.put("group-window", "1m");
        set.put("fingerprints-per-run", "2");
        set.put("open-per-service", "3");
        set.put("open-per-agent", "4");
        set.put("open-in-all", "5");
        set.put("runs-per-hour", "6");
        set.put("causal-depth", "7");
        set.put("memory", "8h");
        set.put("closed-runs-kept", "9");
        set.put("deployments-per-service", "11");
        set.put("missed-after", "12s");
        set.put("urgency-rises", "13s");
        set.put("waiting-in-all", "14");
        assertThat(bind("flyball.orchestrator.admission", AdmissionProperties.class, set))
                .isEqualTo(new AdmissionProperties(
                        List.of("service", "team"),
                        Duration.ofMinutes(1),
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        Duration.ofHours(8),
                        9,
                        11,
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(13),
                        14));
        assertThatThrownBy(() ->
                        bind("flyball.orchestrator.admission", AdmissionProperties.class, Map.of("open-in-all", "0")))
                .rootCause()
                .hasMessageContaining("open-in-all");
    }

    @Test
    @DisplayName("RUN-4 every property binds")
    void everyPropertyBinds() {
        Map<String, String> set = new HashMap<>();
        set.put("default-agent", "other");
        set.put("cool-down", "1m");
        set.put("console-url", "http://console");
        set.put("tracing-url", "http://tracing");
        set.put("limits.steps", "1");
        set.put("limits.llm-calls", "2");
        set.put("limits.actions", "3");
        set.put("limits.same-action", "4");
        set.put("limits.active-time", "5s");
        set.put("limits.tokens", "6");
        set.put("limits.cost-micros", "7");
        set.put("limits.changes-per-service", "8");
        set.put("limits.repairs", "9");
        set.put("limits.plan-attempts", "10");
        set.put("limits.plan-time", "11s");
        set.put("limits.tool-retries", "12");
        set.put("limits.specialists", "13");
        set.put("bounds.entries", "17");
        set.put("bounds.name", "180");
        set.put("bounds.text", "190");
        set.put("bounds.texts", "2000");
        set.put("bounds.goal", "210");
        set.put("bounds.turns", "22000");
        set.put("limits.patience.answer", "14h");
        set.put("limits.patience.hand-over", "15m");
        set.put("limits.patience.watch", "16s");

        RunProperties runs = bind("flyball.orchestrator", RunProperties.class, set);
        assertThat(runs)
                .isEqualTo(new RunProperties(
                        "other",
                        Duration.ofMinutes(1),
                        new LimitProperties(
                                1,
                                2,
                                3,
                                4,
                                Duration.ofSeconds(5),
                                6,
                                7,
                                8,
                                9,
                                10,
                                Duration.ofSeconds(11),
                                12,
                                13,
                                new PatienceProperties(
                                        Duration.ofHours(14), Duration.ofMinutes(15), Duration.ofSeconds(16))),
                        new BoundProperties(17, 180, 190, 2_000, 210, 22_000),
                        URI.create("http://console"),
                        URI.create("http://tracing")));

        assertThat(bind(
                        "flyball.orchestrator.streams",
                        StreamsProperties.class,
                        Map.of("state-directory", "s", "threads", "2", "commit-interval", "20ms")))
                .isEqualTo(new StreamsProperties(Path.of("s"), 2, Duration.ofMillis(20)));
        assertThat(bind(
                        "flyball.orchestrator.audit",
                        AuditProperties.class,
                        Map.of("checkpoint-file", "c", "key-file", "k", "checkpoint-every", "5s")))
                .isEqualTo(new AuditProperties(Path.of("c"), Path.of("k"), Duration.ofSeconds(5)));
        assertThatThrownBy(() ->
                        bind("flyball.orchestrator.audit", AuditProperties.class, Map.of("checkpoint-every", "0s")))
                .rootCause()
                .hasMessageContaining("checkpoint-every");
        assertThat(bind("flyball.catalogue", CatalogueProperties.class, Map.of("directory", "d")))
                .isEqualTo(new CatalogueProperties(Path.of("d")));
    }

    @Test
    @DisplayName("RUN-4 a value that makes no sense is refused, naming it")
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> bind("flyball.orchestrator", RunProperties.class, Map.of("limits.steps", "0")))
                .hasRootCauseMessage("limit steps must be positive");
        assertThatThrownBy(() -> bind("flyball.orchestrator", RunProperties.class, Map.of("bounds.texts", "1000000")))
                .hasRootCauseMessage("flyball.orchestrator.bounds.texts must be from 1000 to 50000");
        assertThatThrownBy(() -> bind("flyball.orchestrator.streams", StreamsProperties.class, Map.of("threads", "0")))
                .rootCause()
                .hasMessageContaining("threads");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
        Map<String, String> prefixed = new HashMap<>();
        values.forEach((key, value) -> prefixed.put(prefix + "." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate(prefix, type);
    }
}
