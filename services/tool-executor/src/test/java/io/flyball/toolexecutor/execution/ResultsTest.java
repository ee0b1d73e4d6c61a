package io.flyball.toolexecutor.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.ToolEffect;
import io.flyball.secrets.SecretFilter;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final String SECRET = "Harrier-9-wren";
    private static final String URL = "db=mysql://billing:" + SECRET + "@db7/billing";
    private final Results results = new Results(new SecretFilter(new byte[] {1}), "executor");

    @Test
    @DisplayName("SEC-5 what the error gives away is gone in the output, and the other way round")
    void outputAndError() {
        CallResult first = failed("said " + SECRET, URL);
        CallResult second = failed(URL, "said " + SECRET);

        assertThat(first.output() + first.error()).doesNotContain(SECRET);
        assertThat(second.output() + second.error()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("SEC-5 what the head of a cut output gives away is gone in its tail")
    void headAndTail() {
        Output cut = new Output(URL + " ...", "... said " + SECRET, 1_000_000);

        CallResult result = results.of(call(), new ToolOutcome.Succeeded(cut, 0, null), 10_000, NOW, NOW);

        assertThat(result.output()).contains("characters left out").doesNotContain(SECRET);
    }

    @Test
    @DisplayName("SEC-5 what the state after a change gives away is gone in the state before and in what else changed")
    void states() {
        ToolOutcome done = ToolOutcome.Succeeded.with("done");
        var seen = new ToolOutcome.Seen(done, new ToolOutcome.Change(SECRET, URL), List.of("file:/x/" + SECRET));

        CallResult result = results.of(call(), seen, 10_000, NOW, NOW);

        assertThat(result.before() + result.after() + result.collateral()).doesNotContain(SECRET);
    }

    private CallResult failed(String output, String error) {
        var outcome = new ToolOutcome.Failed(Output.of(output), 1, error, Failure.EXTERNAL);
        return results.of(call(), outcome, 10_000, NOW, NOW);
    }

    private static Call call() {
        return new Call(
                "action",
                "run",
                "default",
                "kim",
                "tester",
                "production",
                1,
                "run_command",
                "{}",
                null,
                ToolEffect.READ,
                true,
                "why",
                false,
                "hash",
                "verdict",
                "policy",
                null,
                1,
                NOW,
                NOW,
                List.of());
    }
}
