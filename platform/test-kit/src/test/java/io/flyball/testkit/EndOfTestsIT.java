package io.flyball.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.NeighbourKind;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Shared neighbours end with the JVM that started them")
class EndOfTestsIT {

    @Test
    void endWithTheJvm() throws Exception {
        var tests = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tests.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var redis =
                ProcessHandle.of(Long.parseLong(tests.inputReader().readLine())).orElseThrow();

        assertThat(tests.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(redis.onExit().get(120, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    static final class Tests {

        public static void main(String[] args) {
            System.out.println(
                    SharedNeighbours.shared().neighbour(NeighbourKind.REDIS).pid());
        }
    }
}
