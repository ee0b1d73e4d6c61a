package io.flyball.planner.runbookfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.runbookfiles.FollowedRun.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped runbook with the real deployctl: what the one prints the other must understand. */
class RealDeployctlTest {
    private static final String DEPLOYCTL = "../../demo/deployctl";

    @TempDir
    Path deployments;

    private final FollowedRun run = new FollowedRun(
            TestCatalogue.shipped("service-unavailable"),
            FollowedRun.alert("ServiceUnavailable", Map.of("service", "shop"), Map.of("health_url", "http://shop/")),
            "rollback_configuration",
            "rollback_release");

    @BeforeEach
    void deployTwice() throws Exception {
        Path shop = Files.createDirectories(deployments.resolve("shop"));
        // Says the same as a service that is up, and has its folder in its command line.
        Files.writeString(
                shop.resolve("command"), "sh\n-c\necho \"pid=$$ listening\"; exec tail -f \"$0\"\n{config}\n");
        deploy("upstream=http://127.0.0.1:9001\n", "first release");
        deploy("upstream=http://127.0.0.1:9999\n", "change upstream");
    }

    @AfterEach
    void end() throws Exception {
        deployctl("stop", "shop");
    }

    private void deploy(String configuration, String description) throws Exception {
        Path file = Files.writeString(deployments.resolve("new.properties"), configuration);
        assertThat(deployctl("deploy", "shop", file.toString(), description).error())
                .isNull();
    }

    private Answer deployctl(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(DEPLOYCTL);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("FLYBALL_DEPLOYMENTS", deployments.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? Answer.ok(output) : Answer.failed(output);
    }

    /** Runs what is proposed, for real, and answers it. */
    private void follow(Answer health) throws Exception {
        Map<String, Answer> answers = new java.util.HashMap<>();
        for (ProposedAction action : run.wanted()) {
            answers.put(action.label(), action.tool().equals("health_check") ? health : execute(action));
        }
        run.answer(answers::get);
    }

    private Answer execute(ProposedAction action) throws Exception {
        List<?> argv = (List<?>) action.arguments().get("argv");
        return deployctl(argv.stream().skip(1).map(String::valueOf).toArray(String[]::new));
    }

    @Test
    @DisplayName("CAT-15 the shipped runbook finds the bad release by deployctl, and deployctl really rolls it back")
    void rollsBackForReal() throws Exception {
        follow(Answer.failed("status 503, expected 200"));
        assertThat(run.wantedAlone().reasoning())
                .contains(
                        "release 2",
                        "(change upstream)",
                        "\"upstream=http://127.0.0.1:9001\" to \"upstream=http://127.0.0.1:9999\"");

        follow(Answer.failed("not asked"));
        assertThat(deployments.resolve("shop/current").toRealPath()).endsWith(Path.of("releases/1"));

        follow(Answer.ok("status 200"));
        assertThat(run.decide())
                .asInstanceOf(type(Decision.Finish.class))
                .returns(FinishOutcome.RESOLVED, Decision.Finish::outcome);
    }

    @Test
    @DisplayName("CAT-15 what was rolled back already is not rolled back again")
    void doesNotRollBackTwice() throws Exception {
        deployctl("rollback", "shop");

        follow(Answer.failed("status 503, expected 200"));

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .satisfies(
                        escalation -> assertThat(escalation.reason()).contains("although it was rolled back already"));
    }
}
