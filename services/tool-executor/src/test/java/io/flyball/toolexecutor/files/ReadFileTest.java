package io.flyball.toolexecutor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadFileTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("TOOL-2 a file is read whole or by lines")
    void linesOfAFile() throws Exception {
        Files.writeString(file(), "a\nb\nc\nd");

        assertThat(read("")).isEqualTo("a\nb\nc\nd");
        assertThat(read(",\"offset\":1,\"limit\":2")).isEqualTo("b\nc\n");
        assertThat(read(",\"offset\":3")).isEqualTo("d");
        assertThat(read(",\"offset\":9")).isEmpty();
    }

    @Test
    @DisplayName("TOOL-2 more than 100,000 bytes is an error that says how to narrow")
    void tooLong() throws Exception {
        Files.writeString(file(), "0123456789\n".repeat(10_000));

        assertThat(outcome("")).isInstanceOfSatisfying(ToolOutcome.Failed.class, failed -> {
            assertThat(failed.error()).contains("110000 bytes", "offset", "limit");
            assertThat(failed.kind()).isEqualTo(Failure.CONFIG);
        });
        assertThat(read(",\"offset\":9999")).isEqualTo("0123456789\n");
    }

    @Test
    @DisplayName("TOOL-6 one endless line is no trouble")
    void oneEndlessLine() throws Exception {
        Files.writeString(file(), "x".repeat(5_000_000));

        assertThat(outcome(",\"limit\":1")).isInstanceOf(ToolOutcome.Failed.class);
    }

    @Test
    @DisplayName("SBX-1 devices and pipes are no files")
    void noDevices() {
        Plan plan = new ReadFile()
                .plan(new ToolRequest(
                        "a",
                        "{\"path\":\"/dev/zero\"}",
                        new Permissions(List.of(), List.of("/dev/*"), List.of(), List.of()),
                        100));

        assertThat(((Plan.Ready) plan).action().perform(new Ending())).isInstanceOf(ToolOutcome.Failed.class);
    }

    @Test
    @DisplayName("SBX-5 arguments that do not fit are refused with what does not")
    void badArguments() {
        assertThat(plan("{\"path\":\"/x\",\"mode\":1}"))
                .isInstanceOfSatisfying(
                        Plan.Refused.class,
                        refused -> assertThat(refused.reason()).contains("mode"));
        assertThat(plan("{}")).isInstanceOf(Plan.Refused.class);
        assertThat(plan("[]")).isInstanceOf(Plan.Refused.class);
        assertThat(plan("null")).isInstanceOf(Plan.Refused.class);
    }

    private Path file() throws Exception {
        return folder.toRealPath().resolve("file.txt");
    }

    private String read(String more) throws Exception {
        return outcome(more).output().head();
    }

    private ToolOutcome outcome(String more) throws Exception {
        Plan plan = plan("{\"path\":\"" + file() + "\"" + more + "}");
        return ((Plan.Ready) plan).action().perform(new Ending());
    }

    private Plan plan(String arguments) {
        Permissions permissions = new Permissions(List.of(), List.of(folder + "/**"), List.of(), List.of());
        return new ReadFile().plan(new ToolRequest("action", arguments, permissions, 10_000));
    }
}
