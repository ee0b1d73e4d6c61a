package io.flyball.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each service as a process of its own with the agent, as in production; one of them is killed in the middle of a run. */
class ProcessesE2E {
    @TempDir
    Path data;

    @Test
    @DisplayName(
            "RUN-20 OBS-1 the orchestrator is killed while a run awaits approval; the run still ends once, in one trace")
    void killedInTheMiddle() throws Exception {
        try (Installation flyball = new Installation(data)) {
            flyball.up("--processes");
            Path said = data.resolve("demo.txt");
            Process demo = flyball.begin(said, "demo");
            Await.that("the run awaits approval").atMost(Duration.ofMinutes(2)).until(() -> pending(flyball) == 1);

            kill(flyball.pidOf("orchestrator"));
            Installation.Answer restarted = flyball.flyball("restart", "orchestrator");
            assertThat(restarted.code())
                    .as("%s%n%s", restarted.out(), restarted.err())
                    .isZero();
            demo.getOutputStream().write("y\n".getBytes(StandardCharsets.UTF_8));
            demo.getOutputStream().close();
            assertThat(demo.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(demo.exitValue()).as(Files.readString(said)).isZero();

            JsonNode run = flyball.run(flyball.runs().get(0).path("id").asString());
            assertThat(flyball.runs().size()).isEqualTo(1);
            assertThat(run.path("outcome").asString()).isEqualTo("RESOLVED");
            assertThat(run.path("events")
                            .valueStream()
                            .filter(event -> event.toString().contains("RunEnded")))
                    .hasSize(1);
            String tracing = flyball.urlOf("neighbours", "tracing");
            String traceId = run.path("traceId").asString();
            Await.that("the trace has all six services")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> Traces.of(tracing, traceId).services().containsAll(Traces.SIX));
            Traces trace = Traces.of(tracing, traceId);
            trace.assertCaused("planner", "orchestrator");
            trace.assertCaused("governor", "orchestrator");
            trace.assertCaused("tool-executor", "orchestrator");
            trace.assertCaused("cost-ledger", "tool-executor");
            trace.assertCaused("notifier", "orchestrator");
        }
    }

    private static int pending(Installation flyball) throws Exception {
        JsonNode answer = flyball.flyball("approvals", "list", "-o", "json").json();
        return answer.isArray() ? answer.size() : answer.path("approvals").size();
    }

    private static void kill(long pid) {
        ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }
}
