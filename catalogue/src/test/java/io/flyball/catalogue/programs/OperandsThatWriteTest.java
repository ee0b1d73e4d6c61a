package io.flyball.catalogue.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EnabledIf("caseIsThere")
class OperandsThatWriteTest {
    private final CommandGuard guard = new CommandGuard(ProgramGrammars.builtIn());
    private final Reach logs = new AgentReach(List.of("/var/log/**"), List.of());

    private static Path file() {
        String folder = System.getProperty("FLYBALL_SHARED_DATA", System.getenv("FLYBALL_SHARED_DATA"));
        return Path.of(folder == null ? "." : folder, "field/F15-operands-that-write.json");
    }

    static boolean caseIsThere() {
        return Files.exists(file());
    }

    @Test
    @DisplayName("SBX-1 SBX-7 field case F15: operands that write are refused with a reason, the reading forms stay")
    void fieldCase() throws Exception {
        JsonNode groups = new JsonMapper().readTree(Files.readString(file()));
        List<JsonNode> rows = Stream.of("reported", "relatives", "must_stay_allowed")
                .flatMap(group -> groups.get(group).valueStream())
                .toList();

        assertThat(rows).hasSize(22).allSatisfy(row -> {
            CommandDecision decision = decide(row);
            boolean allowed = row.get("expect").asString().equals("allowed");
            assertThat(decision)
                    .as(row.get("argv").toString())
                    .isInstanceOf(allowed ? CommandDecision.Allowed.class : CommandDecision.Refused.class);
        });
    }

    private CommandDecision decide(JsonNode row) {
        CommandPermission permission = new CommandPermission(
                words(row.get("permission")),
                ToolEffect.valueOf(row.get("effect").asString()),
                "read",
                true);
        return guard.decide(words(row.get("argv")), null, List.of(permission), logs);
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
