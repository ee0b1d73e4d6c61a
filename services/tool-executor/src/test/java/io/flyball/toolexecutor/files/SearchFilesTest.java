package io.flyball.toolexecutor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchFilesTest {
    private static final SearchBounds WIDE = new SearchBounds(10_000, 100_000_000, Duration.ofMinutes(5));

    @TempDir
    Path temporary;

    private Path app;
    private SearchBounds bounds = WIDE;

    @BeforeEach
    void folders() throws IOException {
        Path root = temporary.toRealPath();
        app = Files.createDirectories(root.resolve("app"));
        Files.createDirectories(app.resolve("sub"));
        Files.writeString(app.resolve("a.log"), "one\ntwo ERROR here\nthree\n");
        Files.writeString(app.resolve("sub/b.txt"), "ERROR as well");
        Files.writeString(app.resolve(".env"), "PASSWORD=ERROR");
        Files.writeString(root.resolve("outside.log"), "ERROR outside");
        Files.createSymbolicLink(app.resolve("out.log"), root.resolve("outside.log"));
        Files.createSymbolicLink(app.resolve("door"), root);
    }

    @Test
    @DisplayName(
            "TOOL-2 lines are found with file, line and byte; links and protected files are left out, and that is said")
    void lines() {
        String answer = search(",\"pattern\":\"ERROR\"");

        assertThat(answer)
                .contains(app + "/a.log:1 (byte 8): two ERROR here")
                .contains(app + "/sub/b.txt:0 (byte 0): ERROR as well")
                .doesNotContain("outside", "PASSWORD")
                .contains("2 links were not followed", "1 protected files were left out: environment-files");
    }

    @Test
    @DisplayName("TOOL-2 names are found by glob alone, or narrow the search for lines")
    void names() {
        assertThat(search(",\"glob\":\"*.txt\"")).startsWith(app + "/sub/b.txt\n[1 found");
        assertThat(search(",\"glob\":\"sub/*\",\"pattern\":\"ERROR\"")).startsWith(app + "/sub/b.txt:0");
    }

    @Test
    @DisplayName("F09 what stands in a long line is found, with the byte from which read_file shows it")
    void longLine() throws IOException {
        Files.writeString(app.resolve("long.json"), "ä".repeat(62_450) + "CrashLoopBackOff" + "x".repeat(40_000));

        assertThat(search(",\"pattern\":\"CrashLoop\\\\w+\""))
                .contains("long.json:0 (byte 124900): ...")
                .containsOnlyOnce("(byte ");
    }

    @Test
    @DisplayName("TOOL-2 what spans the seam of two pieces of a line is found once")
    void seam() throws IOException {
        Files.writeString(app.resolve("long.json"), "x".repeat(65_530) + "CrashLoopBackOff" + "x".repeat(70_000));

        assertThat(search(",\"pattern\":\"CrashLoopBackOff\""))
                .contains("(byte 65530)")
                .containsOnlyOnce("(byte ");
    }

    @Test
    @DisplayName("TOOL-6 answers, things, bytes and time are bounded, and the answer says which bound it was")
    void bounded() throws IOException {
        Files.writeString(app.resolve("many.log"), "ERROR\n".repeat(5_000));

        assertThat(search(",\"pattern\":\"ERROR\",\"limit\":3")).contains("ended after 3 answers");
        bounds = new SearchBounds(2, 100_000_000, Duration.ofMinutes(5));
        assertThat(search("")).contains("ended after 2 files and folders");
        bounds = new SearchBounds(1_000, 10, Duration.ofMinutes(5));
        assertThat(search(",\"pattern\":\"nothing\"")).contains("bytes; narrow");
        bounds = new SearchBounds(1_000, 100_000_000, Duration.ZERO);
        assertThat(search("")).contains("ended after 0 s");
    }

    @Test
    @DisplayName("TOOL-2 an expression that would explode elsewhere takes time that grows with the text alone")
    void noExplosion() throws IOException {
        Files.writeString(app.resolve("a.log"), "a".repeat(50_000) + "!");

        assertThat(search(",\"pattern\":\"^(a+)+$\"")).contains("0 found");
    }

    @Test
    @DisplayName("SBX-5 a folder outside, and arguments that do not fit, are refused")
    void refused() {
        assertThat(plan(temporary.toString(), "")).isInstanceOf(Plan.Refused.class);
        assertThat(plan(app + "/door", "")).isInstanceOf(Plan.Refused.class);
        assertThat(plan(app.toString(), ",\"pattern\":\"(\"")).isInstanceOf(Plan.Refused.class);
        assertThat(plan(app.toString(), ",\"glob\":\"{\"")).isInstanceOf(Plan.Refused.class);
    }

    private String search(String more) {
        return ((Plan.Ready) plan(app.toString(), more))
                .action()
                .perform(new Ending())
                .output()
                .head();
    }

    private Plan plan(String path, String more) {
        Permissions permissions = new Permissions(List.of(), List.of(app + "/**"), List.of(), List.of());
        String arguments = "{\"path\":\"" + path + "\"" + more + "}";
        return new SearchFiles(bounds).plan(new ToolRequest("action", arguments, permissions, 10_000));
    }
}
