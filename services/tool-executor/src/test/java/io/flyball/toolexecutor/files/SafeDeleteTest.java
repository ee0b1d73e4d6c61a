package io.flyball.toolexecutor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.files.trash.Trash;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeDeleteTest {
    @TempDir
    Path temporary;

    private Path root;
    private Trash trash;

    @BeforeEach
    void folders() throws IOException {
        root = temporary.toRealPath();
        trash = new Trash(root.resolve("home").resolve(Trash.NAME), Duration.ofDays(30));
        Files.createDirectories(root.resolve("app/cache"));
        Files.writeString(root.resolve("app/cache/one"), "12345");
    }

    @Test
    @DisplayName("TOOL-4 what is deleted lies in the trash with who did it, and the result says how it is undone")
    void deletesAndTellsHowToUndo() throws Exception {
        ToolOutcome outcome = delete("app/cache", "");

        assertThat(outcome).isInstanceOfSatisfying(ToolOutcome.Succeeded.class, done -> {
            assertThat(done.output().head()).contains("2 things, 5 bytes", "flyball trash restore action-1");
            assertThat(done.change().after()).isEqualTo("absent");
        });
        assertThat(root.resolve("app/cache")).doesNotExist();
        assertThat(trash.list().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.by().run()).isEqualTo("run-1");
            assertThat(entry.by().agent()).isEqualTo("cleaner");
        });
    }

    @Test
    @DisplayName("TOOL-4 links, roots, mount points, protected files and what leads out are refused with the reason")
    void refusals() throws Exception {
        Files.createSymbolicLink(root.resolve("app/link"), root.resolve("home"));
        Files.createDirectories(root.resolve("app/work/.git/hooks"));
        Files.createDirectories(root.resolve("home"));
        Files.writeString(root.resolve("home/x"), "x");

        assertThat(refusal("app/link", List.of(root + "/**"))).contains("is a link");
        assertThat(refusal("app/link/x", List.of(root + "/app/**"))).contains("may not delete");
        assertThat(refusal("app/work", List.of(root + "/**"))).contains("git-internals");
        assertThat(refusal("home", List.of(root + "/**"))).contains("the trash itself lies in");
        assertThat(refusal("app/cache", List.of(root + "/app/*"))).contains("may not delete");
        assertThat(refusal("/tmp", List.of("/**", "/*"))).contains("root");
        assertThat(refusal("/", List.of("/**", "/"))).isNotEmpty();
        assertThat(refusal("/var/log/x.log", List.of("/**"))).contains("system-logs");
        if (Files.isDirectory(Path.of("/dev/shm"))) {
            assertThat(new MountPoints().at(Path.of("/dev/shm"))).contains(Path.of("/dev/shm"));
        }
    }

    @Test
    @DisplayName("TOOL-4 many things go only when the arguments say exactly how many")
    void manyThings() throws Exception {
        for (int i = 0; i < 150; i++) {
            Files.writeString(root.resolve("app/cache/f" + i), "x");
        }

        assertThat(refusal("app/cache", List.of(root + "/**"))).contains("152 things", "count");
        assertThat(((Plan.Refused) plan("app/cache", ",\"count\":151", List.of(root + "/**"))).reason())
                .contains("not 151");
        assertThat(delete("app/cache", ",\"count\":152")).isInstanceOf(ToolOutcome.Succeeded.class);
    }

    @Test
    @DisplayName("TOOL-4 what came in between plan and act is seen by the act")
    void looksAgain() throws Exception {
        Plan.Ready ready = (Plan.Ready) plan("app/cache", ",\"count\":2", List.of(root + "/**"));
        Files.writeString(root.resolve("app/cache/late"), "x");

        assertThat(act(ready))
                .isInstanceOfSatisfying(
                        ToolOutcome.Failed.class,
                        failed -> assertThat(failed.error()).contains("not 2"));
        assertThat(root.resolve("app/cache/late")).exists();
    }

    private String refusal(String path, List<String> writable) {
        return ((Plan.Refused) plan(path, "", writable)).reason();
    }

    private ToolOutcome delete(String path, String more) throws IOException {
        return act((Plan.Ready) plan(path, more, List.of(root + "/app/**")));
    }

    private static ToolOutcome act(Plan.Ready ready) throws IOException {
        ready.action().arm(new Mark("run-1", "action-1", "cleaner", null, Set.of()));
        return ready.action().perform(new Ending());
    }

    private Plan plan(String path, String more, List<String> writable) {
        Permissions permissions = new Permissions(List.of(), List.of(), writable, List.of());
        String arguments = "{\"path\":\"" + root.resolve(path) + "\"" + more + "}";
        return new SafeDelete(trash, Clock.systemUTC())
                .plan(new ToolRequest("action-1", arguments, permissions, 10_000));
    }
}
