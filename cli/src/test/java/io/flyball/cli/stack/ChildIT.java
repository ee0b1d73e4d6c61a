package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Processes of the stack")
class ChildIT {

    @TempDir
    Path folder;

    @Test
    @DisplayName("Ctrl-C at the terminal does not reach them, SIGTERM does")
    void onlyTheSupervisorEndsThem() throws Exception {
        var child = Child.start(List.of("sleep", "300"), folder, folder.resolve("log"));
        awaitCommand(child.mark().pid(), "sleep");
        signal("INT", child.mark().pid());
        signal("HUP", child.mark().pid());
        assertThat(child.alive()).isTrue();
        child.stop(Duration.ofSeconds(10));
        assertThat(child.alive()).isFalse();
        assertThat(child.exitCode()).isEqualTo(143);
    }

    @Test
    @DisplayName("One that does not listen is ended by force")
    void byForce() throws Exception {
        var ready = folder.resolve("ready");
        var child = Child.start(
                List.of("sh", "-c", "trap '' TERM; touch '" + ready + "'; while :; do sleep 0.1; done"),
                folder,
                folder.resolve("log"));
        Await.that("it is deaf").until(() -> Files.exists(ready));
        child.stop(Duration.ofMillis(300));
        assertThat(child.exitCode()).isEqualTo(137);
    }

    @Test
    @DisplayName("They end when whoever started them is killed")
    void killedOwner() throws Exception {
        var owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var child =
                ProcessHandle.of(Long.parseLong(owner.inputReader().readLine())).orElseThrow();
        owner.destroyForcibly().waitFor();
        assertThat(child.onExit().get(120, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    static final class Owner {

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var child = Child.start(List.of("sleep", "300"), folder, folder.resolve("log"));
            System.out.println(child.mark().pid());
            Thread.currentThread().join();
        }
    }

    @Test
    @DisplayName("A process is told from a later one with its id")
    void sameIdOtherProcess() {
        var self = ProcessMark.of(ProcessHandle.current());
        assertThat(self.alive()).isTrue();
        assertThat(new ProcessMark(self.pid(), self.started().minusSeconds(60)).alive())
                .isFalse();
        assertThat(new ProcessMark(self.pid(), Instant.EPOCH).process()).isEmpty();
    }

    @Test
    @DisplayName("Leftovers are ended only if they are the ones that were meant")
    void leftovers() throws Exception {
        var meant = new ProcessBuilder("sleep", "300").start();
        var other = new ProcessBuilder("sleep", "300").start();
        try {
            var mistaken = new ProcessMark(other.pid(), Instant.now().minusSeconds(3_600));
            Leftovers.end(List.of(ProcessMark.of(meant.pid()), mistaken), Duration.ofSeconds(10));
            assertThat(meant.isAlive()).isFalse();
            assertThat(other.isAlive()).isTrue();
        } finally {
            meant.destroyForcibly();
            other.destroyForcibly();
        }
    }

    /** The shell that goes deaf first is then replaced by the command. */
    private static void awaitCommand(long pid, String command) {
        Await.that(command + " runs")
                .until(() -> ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .filter(name -> name.endsWith(command))
                        .isPresent());
    }

    private static void signal(String name, long pid) throws Exception {
        var code = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                .start()
                .waitFor();
        assertThat(code).isZero();
    }
}
