package io.flyball.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On real processes; the figures mean nothing, but each must be there. */
class BenchIT {
    private static final String QUICK_START = "--jvm=-XX:TieredStopAtLevel=1";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    @DisplayName("The benchmark measures engine and relay, and prints every figure it promises")
    void everyFigureIsThere() {
        JsonNode report = json("--tiny", QUICK_START, "--output=json", "--home=..");

        assertThat(report.path("addedStepLatencyMs").path("p50").asDouble()).isPositive();
        assertThat(report.path("addedStepLatencyMs").path("p99").asDouble()).isPositive();
        for (String inFlight : new String[] {"16", "64", "256"}) {
            assertThat(report.path("stepsPerSecond").path(inFlight).isNumber()).isTrue();
            assertThat(report.path("rawRelay")
                            .path("stepsPerSecond")
                            .path(inFlight)
                            .asDouble())
                    .isPositive();
        }
        assertThat(report.path("throughputVsRawKafka").asDouble()).isPositive();
        assertThat(report.path("throughputVsCrossingsAlone").asDouble()).isPositive();
        assertThat(report.path("throughputVsTransactionalRelay").asDouble()).isPositive();
        assertThat(report.path("recordsPerRun").asInt()).isBetween(50, 90);
        assertThat(report.path("cpuSecondsPer1000Steps").asDouble()).isPositive();
        assertThat(report.path("openLoop").path("runLatencyMs").has("p99")).isTrue();
        assertThat(report.path("growth").path(0).path("pastRuns").asInt()).isEqualTo(10);
        assertThat(report.path("growth").path(0).path("stepsPerSecond").isNumber())
                .isTrue();
        assertThat(report.path("machine").path("cores").asInt()).isPositive();
    }

    @Test
    @DisplayName("RUN-22 runs that wait for people survive kill -9 and each goes on when it is approved")
    void waiting() {
        JsonNode report = json("waiting", "--runs=40", QUICK_START, "--output=json", "--home=..");

        assertThat(report.path("endedAfterApproval").asInt()).isEqualTo(40);
        assertThat(report.path("after").path("threads").asInt())
                .isLessThan(report.path("before").path("threads").asInt() + 10);
        assertThat(report.path("readyAfterSeconds").asDouble()).isPositive();
        assertThat(report.path("before").path("heapMegabytes").asDouble()).isPositive();
    }

    private JsonNode json(String... words) {
        int code = Main.commandLine(new PrintStream(out, true, StandardCharsets.UTF_8), System.err)
                .execute(words);
        assertThat(code).isZero();
        return new JsonMapper().readTree(out.toByteArray());
    }
}
