package io.flyball.planner.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.Catalogue;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.ErrorClass;
import io.flyball.planner.plan.Fault;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.prompt.PromptLibrary;
import io.flyball.planner.provider.AskedPlanner;
import io.flyball.planner.provider.StandInProvider;
import io.flyball.planner.provider.WireFormat;
import io.flyball.planner.runbookfiles.RunbookLibrary;
import io.flyball.platform.stop.StopState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannersTest {
    private static final String ASK =
            "{\"question\":\"Which?\",\"reasoning\":\"r\",\"confidence\":0.5,\"complexity\":2}";

    private final StandInProvider provider = new StandInProvider();
    private final AskedPlanner asked = new AskedPlanner(WireFormat.ANTHROPIC, provider.address(""));

    @AfterEach
    void close() {
        asked.close();
        provider.close();
    }

    private Planners planners(Mode mode, boolean withModel) {
        var catalogue = AskedPlanner.CATALOGUE;
        return new Planners(
                mode,
                catalogue,
                RunbookLibrary.load(catalogue),
                PromptLibrary.load(catalogue),
                withModel ? asked.planner : null);
    }

    private static Situation situation(String agent, String alert, String url) {
        return new Situation(
                "r1:p1.1",
                "r1",
                agent,
                "production",
                1,
                "g",
                Map.of(),
                false,
                new AlertFacts(
                        alert,
                        "shop",
                        "critical",
                        "s",
                        false,
                        Map.of("service", "shop", "health_url", url),
                        Map.of(),
                        Instant.EPOCH),
                List.of(),
                List.of(),
                new Remaining(10, 10, 20, 1, 1, 1),
                List.of(),
                List.of(),
                Instant.now().plus(Duration.ofSeconds(3)));
    }

    private static Situation fitting() {
        return situation("service-restorer", "ServiceUnavailable", "http://shop/");
    }

    private static Situation withoutRunbook() {
        return situation("service-restorer", "DiskFull", "http://shop/");
    }

    private Plan plan(Planners planners, Situation situation) {
        return planners.plan(situation, _ -> {});
    }

    private static Fault fault(Plan plan) {
        assertThat(plan.decision()).isInstanceOf(Decision.Escalate.class);
        return ((Decision.Escalate) plan.decision()).fault();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"AUTO", "RUNBOOK"})
    @DisplayName("PLN-2 without a model the runbook decides, and the decision says so")
    void runbookDecidesWithoutAModel(Mode mode) {
        Plan plan = plan(planners(mode, false), fitting());

        assertThat(plan.decision()).isInstanceOf(Decision.Act.class);
        assertThat(plan.maker())
                .returns("runbook", Maker::planner)
                .returns("service-unavailable", Maker::runbook)
                .returns(null, Maker::provider)
                .satisfies(maker -> assertThat(maker.version()).matches("[0-9a-f]{64}"));
        assertThat(plan.llmCalls()).isZero();
    }

    @Test
    @DisplayName("PLN-2 mode runbook leaves a configured model alone; mode auto asks it")
    void modesChoose() {
        assertThat(plan(planners(Mode.RUNBOOK, true), fitting()).maker().why()).isEqualTo("mode runbook is configured");
        assertThat(provider.asked()).isEmpty();

        provider.replies(WireFormat.ANTHROPIC.calls("ask", ASK));
        assertThat(plan(planners(Mode.AUTO, true), fitting()).maker())
                .returns("model", Maker::planner)
                .returns("anthropic", Maker::provider)
                .returns("claude-opus-4-8", Maker::model)
                .returns("agent service-restorer asks for tier complex", Maker::why)
                .satisfies(maker -> assertThat(maker.version()).matches("[0-9a-f]{64}"));
    }

    @Test
    @DisplayName("PLN-2 mode model without a model does not start")
    void modeModelNeedsAModel() {
        assertThatThrownBy(() -> planners(Mode.MODEL, false)).hasMessageContaining("flyball.planner.mode");
    }

    @Test
    @DisplayName("PLN-2 PLN-4 when the provider is out the runbook decides, and says why")
    void fallsBackWhenTheProviderIsOut() {
        for (int i = 0; i < 3; i++) {
            provider.replies(503, Map.of(), "{\"error\":{\"message\":\"overloaded\"}}");
        }

        Plan plan = plan(planners(Mode.MODEL, true), fitting());

        assertThat(plan.decision()).isInstanceOf(Decision.Act.class);
        assertThat(plan.maker().planner()).isEqualTo("runbook");
        assertThat(plan.maker().why()).startsWith("fallback: the provider is out: 503");
    }

    @Test
    @DisplayName("PLN-4 RUN-7 without a runbook to fall back to the error's class is told")
    void tellsTheErrorsClass() {
        provider.replies(401, Map.of(), "{}");
        assertThat(fault(plan(planners(Mode.AUTO, true), withoutRunbook())).errorClass())
                .isEqualTo(ErrorClass.CONFIG);

        assertThat(fault(plan(planners(Mode.AUTO, true), withoutRunbook())).errorClass())
                .isEqualTo(ErrorClass.EXTERNAL);
    }

    @Test
    @DisplayName("STOP-2 RUN-7 a stop that outlasts the deadline is a passing error, and no runbook is taken instead")
    void stopIsAPassingError() {
        asked.stop = new StopState.Stopped("agent:emergency_stop", "drill", "me", null);

        Fault fault = fault(plan(planners(Mode.AUTO, true), fitting()));

        assertThat(fault.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
        assertThat(fault.message()).contains("agent:emergency_stop", "drill");
    }

    @Test
    @DisplayName("PLN-2 RUN-7 no fitting runbook and no such agent are errors of configuration")
    void configurationErrors() {
        assertThat(fault(plan(planners(Mode.AUTO, false), withoutRunbook())))
                .returns(ErrorClass.CONFIG, Fault::errorClass)
                .satisfies(fault ->
                        assertThat(fault.message()).contains("service-restorer", "DiskFull", "service-unavailable"));
        assertThat(fault(plan(planners(Mode.AUTO, false), situation("nobody", "X", "http://a/")))
                        .message())
                .contains("no agent nobody");
    }

    @Test
    @DisplayName("PLN-6 a runbook's arguments that a tool does not take never leave the planner")
    void runbookArgumentsAreChecked(@TempDir Path directory) throws IOException {
        for (String folder : List.of("tools", "prompts")) {
            copy(folder, directory);
        }
        Files.copy(
                AskedPlanner.CATALOGUE.directory().resolve("agents/service-restorer.yaml"),
                Files.createDirectories(directory.resolve("agents")).resolve("service-restorer.yaml"));
        Files.writeString(
                Files.createDirectories(directory.resolve("runbooks")).resolve("service-unavailable.yaml"), """
                name: service-unavailable
                description: for a test
                trigger: {alert: ".*"}
                steps:
                  - {id: a, tool: health_check, arguments: {url: x, attempts: "{{alert.labels.service}}"}}
                """);
        Catalogue catalogue = Catalogue.load(directory);
        var planners = new Planners(
                Mode.RUNBOOK, catalogue, RunbookLibrary.load(catalogue), PromptLibrary.load(catalogue), null);

        Fault fault = fault(plan(planners, fitting()));

        assertThat(fault.errorClass()).isEqualTo(ErrorClass.CONFIG);
        assertThat(fault.message()).contains("a (health_check) /attempts", "string found, integer expected");
    }

    private static void copy(String folder, Path to) throws IOException {
        Files.createDirectories(to.resolve(folder));
        try (Stream<Path> files = Files.list(AskedPlanner.CATALOGUE.directory().resolve(folder))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(folder).resolve(file.getFileName()));
            }
        }
    }
}
