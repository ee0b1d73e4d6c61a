package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of the two lists is one command under the permission PROGRAM **, READ. */
class ProgramGrammarsTest {
    private final CommandGuard guard = new CommandGuard(ProgramGrammars.builtIn());
    private final Reach reach = new AgentReach(
            List.of("/var/log/**", "/srv/**", "/proc/*", "/etc/*.conf", "/etc/hosts"), List.of("db1:5432", "cache:*"));

    static Stream<String> reads() throws IOException {
        return lines("reads.txt");
    }

    static Stream<String> refused() throws IOException {
        return lines("refused.txt");
    }

    private static Stream<String> lines(String name) throws IOException {
        try (InputStream in = ProgramGrammarsTest.class.getResourceAsStream("/commands/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "));
        }
    }

    @ParameterizedTest(name = "SBX-7 reads: {0}")
    @MethodSource("reads")
    void readsRun(String command) {
        assertThat(decide(command)).isInstanceOf(CommandDecision.Allowed.class);
    }

    @ParameterizedTest(name = "SBX-1 SBX-7 refused: {0}")
    @MethodSource("refused")
    void theRestDoesNot(String command) {
        assertThat(decide(command)).isInstanceOf(CommandDecision.Refused.class);
    }

    private CommandDecision decide(String command) {
        List<String> argv = ShellWords.of(command).orElseThrow();
        var permission = new CommandPermission(List.of(argv.getFirst(), "**"), ToolEffect.READ, "read", true);
        return guard.decide(argv, null, List.of(permission), reach);
    }
}
