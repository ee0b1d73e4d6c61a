package io.flyball.drills.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A few quick faults on one suite, by the command as people give it; {@code --faults all} takes all. */
class HealE2E {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    @DisplayName(
            "CASE-5 CASE-6 CAT-1 real faults are found by real probes, undone by governed remedies or handed over, and nothing else is changed or left")
    void healed() {
        assumeTrue(Requirements.missing(List.of()).isEmpty(), "a program of the stage is not on this machine");
        StringWriter said = new StringWriter();
        int code = new CommandLine(new HealCommand(HOME))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(System.out, true))
                .execute("--faults", "dead,cache-policy,partner-down", "--seed", "1", "--decoys", "-o", "json");

        JsonNode report = JsonMapper.shared().readTree(said.toString());
        assertThat(report.path("faults").valueStream()).hasSize(3).allSatisfy(fault -> {
            assertThat(fault.path("tried").asBoolean()).as(fault.toString()).isTrue();
            assertThat(fault.path("diagnosed").asBoolean()).as(fault.toString()).isTrue();
            assertThat(fault.path("collateral")).as(fault.toString()).isEmpty();
        });
        assertThat(report.path("totals").path("right").asInt()).isEqualTo(3);
        assertThat(code).as("the command's own end").isZero();
        assertThat(Path.of("/var/tmp", "shop-" + ProcessHandle.current().pid())).doesNotExist();
    }
}
