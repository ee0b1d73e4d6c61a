package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ProcessView;
import io.flyball.catalogue.SandboxLevel;
import io.flyball.catalogue.ToolEffect;
import io.flyball.diagnosis.Known;
import io.flyball.diagnosis.Probe;
import io.flyball.diagnosis.files.DiagnosisLibrary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CASE-4 every shipped probe is a read that the first responder may make")
class ShippedProbesReadTest {
    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../catalogue"));
    private static final AgentDefinition AGENT =
            CATALOGUE.agent("first-responder").orElseThrow();
    private static final List<Probe> PROBES =
            DiagnosisLibrary.load(Path.of("../catalogue")).probes();

    /** What an owner could have written, with everything below the folder that the agent may read. */
    private static Map<String, String> known() {
        Map<String, String> known = new HashMap<>(Map.of("here", "vm7", "pid", "4711"));
        for (String name : Known.ofEntry()) {
            known.put(
                    name,
                    switch (name) {
                        case "port", "database_port", "redis_port", "redis_memory" -> "9001";
                        case "log",
                                "config",
                                "folder",
                                "declared",
                                "certificate",
                                "pid_file",
                                "backup",
                                "job_output",
                                "health_path" -> "/var/log/till/x.crt";
                        case "tls" -> "127.0.0.1:9001";
                        default -> "till";
                    });
        }
        Known.checked(Map.of("log", "/var/log/till/x.crt", "tls", "127.0.0.1:9001"));
        return known;
    }

    static List<Probe> commands() {
        return PROBES.stream()
                .filter(probe -> probe.call().tool().equals("run_command"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void command(Probe probe) {
        List<String> argv = argv(probe);
        CommandDecision decision = new CommandGuard(CATALOGUE.programs())
                .decide(argv, null, Objects.requireNonNull(AGENT.commands()), AgentReach.of(AGENT));

        assertThat(decision).as("%s", argv).isInstanceOf(CommandDecision.Allowed.class);
        CommandPermission permission = ((CommandDecision.Allowed) decision).permission();
        assertThat(permission.effect()).isEqualTo(ToolEffect.READ);
    }

    @SuppressWarnings("unchecked")
    private static List<String> argv(Probe probe) {
        return (List<String>) probe.arguments(known()).orElseThrow().get("argv");
    }

    @Test
    @DisplayName(
            "SBX-2 what looks at the machine sees the machine: in namespaces of its own it would say that nothing is there")
    void seesTheMachine() {
        for (CommandPermission permission : Objects.requireNonNull(AGENT.commands())) {
            boolean holds = switch (permission.argv().getFirst()) {
                case "ps" -> permission.needs().processes() == ProcessView.HOST;
                // In namespaces nobody may look into others' processes: a port would be nobody's.
                case "lsof" -> permission.needs().level() == SandboxLevel.PROCESS;
                case "ss" ->
                    permission.argv().contains("-Hltnp")
                            ? permission.needs().level() == SandboxLevel.PROCESS
                            : !permission.needs().network().isEmpty();
                case "df", "stat", "du", "find" -> permission.needs().readable().contains("/");
                // Namespaces mount everything for reading only: it would take every disk for such a one.
                case "findmnt" -> permission.needs().level() == SandboxLevel.PROCESS;
                case "psql", "pg_isready", "redis-cli", "ip", "getent", "kubectl" ->
                    !permission.needs().network().isEmpty();
                default -> true;
            };
            assertThat(holds).as("%s", permission).isTrue();
        }
    }

    @Test
    @DisplayName("the others use tools that only read")
    void tools() {
        assertThat(PROBES.stream().filter(probe -> !probe.call().tool().equals("run_command")))
                .allSatisfy(probe -> {
                    assertThat(AGENT.tools()).contains(probe.call().tool());
                    assertThat(CATALOGUE.tool(probe.call().tool()).orElseThrow().effect())
                            .isEqualTo(ToolEffect.READ);
                });
    }

    @Test
    @DisplayName("SBX-1 no probe's command takes a word of the alert")
    void noWordOfTheAlert() {
        assertThat(commands())
                .allSatisfy(probe -> assertThat(probe.fits().needs())
                        .noneSatisfy(need -> assertThat(need).startsWith("alert")));
    }
}
