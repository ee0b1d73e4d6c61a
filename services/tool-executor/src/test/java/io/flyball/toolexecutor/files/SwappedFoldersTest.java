package io.flyball.toolexecutor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.files.trash.Trash;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody swaps a folder, and a file, for links to the outside while an agent works; -Dflyball.swaps=100000 for long. */
class SwappedFoldersTest {
    private static final int SWAPS = Integer.getInteger("flyball.swaps", 2_000);

    @TempDir
    Path temporary;

    private Path app;
    private Path outside;
    private Permissions permissions;
    private Trash trash;
    private int attempts;

    @BeforeEach
    void folders() throws IOException {
        Path root = temporary.toRealPath();
        app = Files.createDirectories(root.resolve("app"));
        outside = Files.createDirectories(root.resolve("outside"));
        Files.createDirectories(app.resolve("sub"));
        Files.writeString(outside.resolve("victim"), "sentinel");
        trash = new Trash(root.resolve(Trash.NAME), Duration.ofDays(1));
        permissions = new Permissions(List.of(), List.of(app + "/**"), List.of(app + "/**"), List.of());
    }

    @Test
    @DisplayName("TOOL-4 writes while a folder and a file are swapped for links never reach the outside")
    void writes() throws Exception {
        Tool tool = new WriteFile(trash, Clock.systemUTC());
        String content = "\",\"content\":\"written by the agent\"}";

        whileSwapping(() -> {
            attempt(tool, "{\"path\":\"" + app.resolve("sub/victim") + content);
            attempt(tool, "{\"path\":\"" + app.resolve("victim") + content);
        });

        assertOutsideIsIntact();
        assertThat(attempt(tool, "{\"path\":\"" + app.resolve("sub/victim") + content))
                .isTrue();
    }

    @Test
    @DisplayName("TOOL-4 reads while a folder and a file are swapped for links never show the outside")
    void reads() throws Exception {
        Tool tool = new ReadFile();

        whileSwapping(() -> {
            attempt(tool, "{\"path\":\"" + app.resolve("sub/victim") + "\"}");
            attempt(tool, "{\"path\":\"" + app.resolve("victim") + "\"}");
        });

        Files.writeString(app.resolve("sub/victim"), "inside");
        assertThat(attempt(tool, "{\"path\":\"" + app.resolve("sub/victim") + "\"}"))
                .isTrue();
    }

    private interface Work {
        void run() throws IOException;
    }

    @Test
    @DisplayName("TOOL-4 deletes while a folder and a file are swapped for links never reach the outside")
    void deletes() throws Exception {
        Tool tool = new SafeDelete(trash, Clock.systemUTC());

        whileSwapping(() -> {
            attempt(tool, "{\"path\":\"" + app.resolve("sub/victim") + "\"}");
            attempt(tool, "{\"path\":\"" + app.resolve("victim") + "\"}");
        });

        assertOutsideIsIntact();
        put(app.resolve("sub/victim"), false);
        assertThat(attempt(tool, "{\"path\":\"" + app.resolve("sub/victim") + "\"}"))
                .isTrue();
        assertThat(app.resolve("sub/victim")).doesNotExist();
    }

    /** Works on, until as many swaps were made as were wanted. */
    private void whileSwapping(Work work) throws Exception {
        CompletableFuture<Void> swapping = CompletableFuture.runAsync(this::swap);
        while (!swapping.isDone()) {
            work.run();
        }
        swapping.get();
        System.out.printf("%d swaps during %d attempts%n", 2 * SWAPS, attempts);
    }

    private void swap() {
        try {
            Path sub = app.resolve("sub");
            Path aside = app.resolveSibling("aside");
            Path file = app.resolve("victim");
            for (int i = 0; i < SWAPS; i++) {
                put(sub.resolve("victim"), false);
                Files.move(sub, aside);
                Files.createSymbolicLink(sub, outside);
                put(file, true);
                Files.delete(sub);
                Files.move(aside, sub);
                put(file, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In one step, whatever the agent does there meanwhile. */
    private void put(Path place, boolean link) throws IOException {
        Path fresh = app.resolveSibling("fresh");
        if (link) {
            Files.createSymbolicLink(fresh, outside.resolve("victim"));
        } else {
            Files.writeString(fresh, "inside");
        }
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean attempt(Tool tool, String arguments) throws IOException {
        attempts++;
        Plan plan = tool.plan(new ToolRequest("action-" + attempts, arguments, permissions, 10_000));
        if (!(plan instanceof Plan.Ready ready)) {
            return false;
        }
        ready.action().arm(new Mark("run", "action-" + attempts, "agent", null, Set.of()));
        ToolOutcome outcome = ready.action().perform(new Ending());
        assertThat(outcome.output().head() + outcome).doesNotContain("sentinel");
        return outcome instanceof ToolOutcome.Succeeded;
    }

    private void assertOutsideIsIntact() throws IOException {
        assertThat(outside.resolve("victim")).content().isEqualTo("sentinel");
        try (Stream<Path> there = Files.list(outside)) {
            assertThat(there.map(Path::getFileName).map(Path::toString)).containsExactly("victim");
        }
    }
}
