package io.flyball.toolexecutor.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.ToolEffect;
import io.flyball.secrets.SecretFilter;
import io.flyball.toolexecutor.execution.Expectation.Kind;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.secrets.SecretStore;
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
    private final Results results = new Results(new SecretFilter(new byte[] {1}), SecretStore.none(), "executor");

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

    @Test
    @DisplayName("RUN-3 a read that does not show what it must has failed, and says what was missing")
    void expectations() {
        assertThat(looked("release: 6\nup", contains("release: 6")).status()).isEqualTo(CallResult.Status.SUCCEEDED);

        CallResult wrong = looked("release: 7\nup", contains("release: 6"));
        assertThat(wrong.status()).isEqualTo(CallResult.Status.FAILED);
        assertThat(wrong.failure()).isEqualTo(Failure.EXTERNAL);
        assertThat(wrong.error()).contains("does not contain \"release: 6\"");
        assertThat(wrong.output()).contains("release: 7");

        assertThat(looked("up", new Expectation(Kind.LACKS, "up")).status()).isEqualTo(CallResult.Status.FAILED);
        assertThat(looked("a\nb: 12\n", new Expectation(Kind.MATCHES, "^b: [0-9]+$"))
                        .status())
                .isEqualTo(CallResult.Status.SUCCEEDED);
        assertThat(looked("a", new Expectation(Kind.MATCHES, "(")).error()).contains("no regular expression");
    }

    @Test
    @DisplayName("RUN-3 what was not kept may hold what must not be there")
    void expectationsOfACutOutput() {
        Output cut = new Output("all good", "all good", 1_000_000);
        var outcome = new ToolOutcome.Succeeded(cut, 0, null);
        CallResult result =
                results.of(call(ToolEffect.READ, new Expectation(Kind.LACKS, "ERROR")), outcome, 10_000, NOW, NOW);
        assertThat(result.error()).contains("may contain \"ERROR\"", "ask for less");
    }

    @Test
    @DisplayName("SEC-5 nobody learns of a secret by asking whether it is in an output")
    void expectationsSeeNoSecret() {
        assertThat(looked(URL, contains(SECRET)).status()).isEqualTo(CallResult.Status.FAILED);
    }

    @Test
    @DisplayName("TOOL-4 a change is what it was, whatever was expected of it")
    void changesAreNotCompared() {
        var outcome = new ToolOutcome.Succeeded(Output.of("done"), 0, null);
        assertThat(results.of(call(ToolEffect.CHANGE, contains("else")), outcome, 10_000, NOW, NOW)
                        .status())
                .isEqualTo(CallResult.Status.SUCCEEDED);
    }

    private CallResult looked(String output, Expectation expectation) {
        var outcome = new ToolOutcome.Succeeded(Output.of(output), 0, null);
        return results.of(call(ToolEffect.READ, expectation), outcome, 10_000, NOW, NOW);
    }

    private static Expectation contains(String text) {
        return new Expectation(Kind.CONTAINS, text);
    }

    private CallResult failed(String output, String error) {
        var outcome = new ToolOutcome.Failed(Output.of(output), 1, error, Failure.EXTERNAL);
        return results.of(call(), outcome, 10_000, NOW, NOW);
    }

    private static Call call() {
        return call(ToolEffect.READ);
    }

    private static Call call(ToolEffect effect, Expectation... expects) {
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
                effect,
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
                List.of(),
                List.of(expects),
                null);
    }
}
