package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the process that started it is killed, a neighbour ends by itself")
class TetherIT {

    @TempDir
    Path data;

    @Test
    void killedOwner() throws Exception {
        var owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var neighbour =
                ProcessHandle.of(Long.parseLong(owner.inputReader().readLine())).orElseThrow();
        assertThat(neighbour.isAlive()).isTrue();

        owner.destroyForcibly().waitFor();

        assertThat(neighbour.onExit().get(120, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    static final class Owner {

        public static void main(String[] args) throws InterruptedException {
            var neighbours = Neighbours.start(Fixture.settings(Path.of(args[0]), false, NeighbourKind.REDIS), _ -> {});
            System.out.println(neighbours.get(NeighbourKind.REDIS).pid());
            Thread.currentThread().join();
        }
    }
}
