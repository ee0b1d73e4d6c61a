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
    @DisplayName(
            "F09 one long line: the first answer names the cause and a way, and who follows it reaches all in three reads")
    void oneLongLine() throws Exception {
        Files.writeString(file(), "ä".repeat(62_450) + "CrashLoopBackOff" + "ö".repeat(18_893));

        assertThat(outcome(",\"offset\":0,\"limit\":1"))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error())
                                .contains("162702 bytes", "Line 0 alone", "byteOffset 0 and byteLimit 100000"));
        assertThat(read(",\"byteOffset\":0,\"byteLimit\":100000"))
                .startsWith("ää")
                .endsWith("ä\n[bytes 0 to 99999 of 162702; go on with byteOffset 100000]");
        assertThat(read(",\"byteOffset\":100000"))
                .contains("CrashLoopBackOff")
                .endsWith("ö\n[bytes 100000 to 162701 of 162702; this is the end]");
    }

    @Test
    @DisplayName("F09 advice for a long line further down begins where that line does")
    void longLineFurtherDown() throws Exception {
        Files.writeString(file(), "short\n" + "x".repeat(200_000));

        assertThat(outcome(""))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error()).contains("1 lines fit", "limit 1"));
        assertThat(outcome(",\"offset\":1"))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error()).contains("byteOffset 6 "));
    }

    @Test
    @DisplayName("F09 a range never shows half a character")
    void wholeCharacters() throws Exception {
        Files.writeString(file(), "xx💥yy");

        assertThat(read(",\"byteLimit\":4")).isEqualTo("xx\n[bytes 0 to 1 of 8; go on with byteOffset 2]");
        assertThat(read(",\"byteOffset\":2,\"byteLimit\":4"))
                .isEqualTo("💥\n[bytes 2 to 5 of 8; go on with byteOffset 6]");
        assertThat(read(",\"byteOffset\":3")).isEqualTo("yy\n[bytes 6 to 7 of 8; this is the end]");
        assertThat(read(",\"byteOffset\":99")).contains("nothing from byte 99");
    }

    @Test
    @DisplayName("TOOL-2 what is no text is told so and shown in hexadecimal, a bounded part at a time")
    void binary() throws Exception {
        Files.write(file(), new byte[10_000]);

        assertThat(read(""))
                .contains("is no text", "0000")
                .endsWith("[bytes 0 to 4095 of 10000; go on with byteOffset 4096]")
                .hasSizeLessThan(9_000);
    }

    @Test
    @DisplayName("TOOL-2 lines and bytes are not mixed")
    void eitherLinesOrBytes() {
        assertThat(plan("{\"path\":\"/x\",\"offset\":1,\"byteOffset\":1}")).isInstanceOf(Plan.Refused.class);
        assertThat(plan("{\"path\":\"/x\",\"byteLimit\":100001}")).isInstanceOf(Plan.Refused.class);
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
