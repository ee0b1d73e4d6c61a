package io.flyball.planner.runbookfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Verdict;
import io.flyball.planner.runbook.Runbook;
import io.flyball.planner.runbookfiles.FollowedRun.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Walks through the shipped runbook by giving back what the real programs would say. */
class ServiceUnavailableRunbookTest {
    private static final String URL = "http://127.0.0.1:8123/health";
    private static final String STATUS = """
            service: shop
            process: running pid=123
            release: 2
            deployed_at: 2026-11-21T06:00:00Z
            """;
    private static final String HISTORY = """
            2  2026-11-21T06:00:00Z  current  change upstream
            1  2026-11-01T09:00:00Z  previous  first release
            """;
    private static final String DIFF = """
            --- release 1/shop.conf
            +++ release 2/shop.conf
            @@ -1,2 +1,2 @@
             port=8123
            -upstream=http://127.0.0.1:9001
            +upstream=http://127.0.0.1:9999
            """;
    private static final String ROLLED_BACK = "rolled back shop from release 2 to release 1\nrestarted pid=456\n";

    private final Runbook runbook = TestCatalogue.shipped("service-unavailable");

    private FollowedRun run() {
        var alert = FollowedRun.alert("ServiceUnavailable", Map.of("service", "shop"), Map.of("health_url", URL));
        return new FollowedRun(runbook, alert, "rollback_configuration", "rollback_release");
    }

    private static Function<String, Answer> facts(Answer health, String status, String history, String diff) {
        return label -> switch (label) {
            case "health" -> health;
            case "status" -> Answer.ok(status);
            case "history" -> Answer.ok(history);
            case "diff" -> Answer.ok(diff);
            default -> throw new AssertionError(label);
        };
    }

    private static Function<String, Answer> badConfiguration() {
        return facts(Answer.failed("status 503, expected 200"), STATUS, HISTORY, DIFF);
    }

    @Test
    @DisplayName("PLN-2 the first step gathers health, process, history and configuration side by side")
    void gathersFactsSideBySide() {
        List<ProposedAction> wanted = run().wanted();

        assertThat(wanted).extracting(ProposedAction::label).containsExactly("health", "status", "history", "diff");
        assertThat(wanted).extracting(ProposedAction::target).containsOnly("service:shop");
        assertThat(wanted.getFirst().arguments()).isEqualTo(Map.of("url", URL));
        assertThat(wanted.get(3).arguments()).isEqualTo(Map.of("argv", List.of("deployctl", "diff", "shop")));
    }

    @Test
    @DisplayName(
            "PLN-2 PLN-7 RUN-3 facts, rollback with cause, effect and undoing, verification, RESOLVED with root cause")
    void rollsBackABadConfigurationAndVerifies() {
        FollowedRun run = run().answer(badConfiguration());

        ProposedAction rollback = run.wantedAlone();
        assertThat(rollback.tool()).isEqualTo("run_command");
        assertThat(rollback.arguments()).isEqualTo(Map.of("argv", List.of("deployctl", "rollback", "shop")));
        assertThat(rollback.target()).isEqualTo("service:shop");
        assertThat(rollback.reasoning())
                .contains("status 503, expected 200", "release 2", "change upstream")
                .contains("\"upstream=http://127.0.0.1:9001\" to \"upstream=http://127.0.0.1:9999\"");
        assertThat(rollback.expectedEffect()).contains("release 1", URL);
        assertThat(rollback.rollback()).contains("release 2");

        ProposedAction verification = run.answer(Answer.ok(ROLLED_BACK)).wantedAlone();
        assertThat(verification.tool()).isEqualTo("health_check");
        assertThat(verification.arguments()).containsEntry("attempts", 15L).containsEntry("url", URL);
        assertThat(verification.target()).isEqualTo("service:shop");
        assertThat(verification.verifies()).containsExactly("service:shop");

        assertThat(run.answer(Answer.ok("status 200")).decide())
                .asInstanceOf(type(Decision.Finish.class))
                .satisfies(finish -> {
                    assertThat(finish.outcome()).isEqualTo(FinishOutcome.RESOLVED);
                    assertThat(finish.summary()).contains("rolled back from release 2 to release 1", "answers again");
                    assertThat(finish.rootCause()).contains("upstream=http://127.0.0.1:9999", "change upstream");
                });
    }

    @Test
    @DisplayName("RUN-16 a service that answers is a false alarm: nothing is changed")
    void healthyServiceIsAFalseAlarm() {
        FollowedRun run = run().answer(facts(Answer.ok("status 200"), STATUS, HISTORY, DIFF));

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Finish.class))
                .returns(FinishOutcome.NOT_REPRODUCED, Decision.Finish::outcome);
    }

    @Test
    @DisplayName("PLN-2 a recent release without a change of configuration is rolled back too, less surely")
    void rollsBackARecentRelease() {
        String today = STATUS;
        FollowedRun run = run().answer(facts(Answer.failed("refused"), today, HISTORY, ""));

        assertThat(run.wantedAlone().label()).isEqualTo("rollback_release");
        Decision end = run.answer(Answer.ok(ROLLED_BACK))
                .answer(Answer.ok("status 200"))
                .decide();
        assertThat(end.rationale().confidence()).isEqualTo(0.7);
        assertThat(end)
                .asInstanceOf(type(Decision.Finish.class))
                .satisfies(finish -> assertThat(finish.rootCause()).contains("2026-11-21T06:00:00Z"));
    }

    @Test
    @DisplayName("PLN-2 without a recent change a person gets everything that is known")
    void escalatesWithoutACause() {
        String old = STATUS.replace("2026-11-21", "2026-10-01");
        FollowedRun run = run().answer(facts(Answer.failed("refused"), old, HISTORY, ""));

        assertThat(run.decide()).asInstanceOf(type(Decision.Escalate.class)).satisfies(escalation -> {
            assertThat(escalation.reason()).contains("no recent change explains it");
            assertThat(escalation.known()).contains("pid=123", "2026-10-01", "health (health_check): FAILED: refused");
            assertThat(escalation.nextSteps()).isNotEmpty();
        });
    }

    @Test
    @DisplayName("PLN-2 where there is no earlier release nothing is rolled back")
    void escalatesWithoutAnEarlierRelease() {
        String first = "1  2026-11-21T06:00:00Z  current  first release\n";
        FollowedRun run = run().answer(facts(Answer.failed("refused"), STATUS, first, DIFF));

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .satisfies(escalation -> assertThat(escalation.reason()).contains("no earlier release"));
    }

    @Test
    @DisplayName("APR-4 a denied rollback ends in a hand-over with what was seen and why it was denied")
    void deniedRollbackEscalates() {
        FollowedRun run = run().answer(badConfiguration()).answer(Answer.denied());

        assertThat(run.decide()).asInstanceOf(type(Decision.Escalate.class)).satisfies(escalation -> {
            assertThat(escalation.reason()).contains("rollback_configuration was denied: not today");
            assertThat(escalation.known()).contains("status 503", "release 2".substring(0, 7));
        });
    }

    @Test
    @DisplayName("RUN-3 a failed verification is handed over, never called resolved")
    void failedVerificationEscalates() {
        FollowedRun run = run().answer(badConfiguration())
                .answer(Answer.ok(ROLLED_BACK))
                .answer(Answer.failed("status 503 after 15 attempts"));

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .satisfies(escalation -> assertThat(escalation.reason())
                        .contains("still does not answer", "status 503 after 15 attempts"));
    }

    @Test
    @DisplayName("TOOL-5 a rollback that nobody knows the end of is verified, not done again")
    void unknownRollbackIsVerified() {
        FollowedRun run = run().answer(badConfiguration()).answer(Answer.ended(CallStatus.UNKNOWN));

        assertThat(run.wantedAlone().label()).isEqualTo("serves_again");
        assertThat(run.answer(Answer.ok("status 200")).decide()).isInstanceOf(Decision.Finish.class);
    }

    @Test
    @DisplayName("STOP-2 a rollback that the stop kept from starting is proposed again after the release")
    void stoppedRollbackIsProposedAgain() {
        FollowedRun run = run().answer(badConfiguration()).answer(Answer.ended(CallStatus.STOPPED));

        assertThat(run.wantedAlone().label()).isEqualTo("rollback_configuration");
    }

    @Test
    @DisplayName("ING-10 an alert that resolves before anything was changed is verified and closed")
    void resolvedAlertIsVerifiedAndClosed() {
        FollowedRun run = run().answer(badConfiguration());
        run.alertResolves();

        ProposedAction check = run.wantedAlone();
        assertThat(check.tool()).isEqualTo("health_check");
        assertThat(run.answer(Answer.ok("status 200")).decide())
                .asInstanceOf(type(Decision.Finish.class))
                .returns(FinishOutcome.RESOLVED, Decision.Finish::outcome);
    }

    @Test
    @DisplayName("ING-10 an alert that resolves although the service does not answer is handed over")
    void resolvedAlertWithoutAnswerEscalates() {
        FollowedRun run = run().answer(badConfiguration());
        run.alertResolves();

        assertThat(run.answer(Answer.failed("refused")).decide()).isInstanceOf(Decision.Escalate.class);
    }

    @Test
    @DisplayName("ING-10 an alert that resolves after the rollback still has the rollback verified")
    void resolvedAlertAfterTheChangeIsVerified() {
        FollowedRun run = run().answer(badConfiguration()).answer(Answer.ok(ROLLED_BACK));
        run.alertResolves();

        assertThat(run.wantedAlone().verifies()).containsExactly("service:shop");
        assertThat(run.answer(Answer.ok("status 200")).decide())
                .asInstanceOf(type(Decision.Finish.class))
                .satisfies(finish -> assertThat(finish.rootCause()).contains("upstream"));
    }

    @Test
    @DisplayName("RUN-11 a dry run describes the rollback and claims nothing")
    void dryRunEndsWithoutAClaim() {
        FollowedRun run = run();
        run.dryRun = true;
        run.answer(badConfiguration())
                .answer(new Answer(Verdict.ALLOW, CallStatus.DRY_RUN, "would run deployctl", null));

        assertThat(run.decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .satisfies(escalation -> assertThat(escalation.reason()).startsWith("Dry run"));
    }

    @Test
    @DisplayName("PLN-2 a missing value is an error that names it, never an empty text")
    void missingHealthUrlIsNamed() {
        var alert = FollowedRun.alert("ServiceUnavailable", Map.of("service", "shop"), Map.of());

        assertThat(new FollowedRun(runbook, alert).decide())
                .asInstanceOf(type(Decision.Escalate.class))
                .satisfies(escalation -> assertThat(escalation.reason())
                        .contains("service-unavailable.yaml:", "vars.health_url", "alert.annotations.health_url"));
    }

    @Test
    @DisplayName("PLN-2 a label wins over an annotation; a run by hand takes its inputs")
    void labelsWinOverAnnotations() {
        var both = FollowedRun.alert(
                "ServiceUnavailable",
                Map.of("service", "shop", "health_url", "http://a/"),
                Map.of("health_url", "http://b/"));
        assertThat(new FollowedRun(runbook, both).wanted().getFirst().arguments())
                .containsEntry("url", "http://a/");

        FollowedRun byHand = new FollowedRun(runbook, null);
        byHand.inputs = Map.of("service", "shop", "health_url", "http://c/");
        assertThat(byHand.wanted().getFirst().arguments()).containsEntry("url", "http://c/");
    }

    @Test
    @DisplayName("CTX-6 what a label says stays data: no option, no second argument, no reference")
    void labelsStayData() {
        assertThat(decideFor("--all")).isInstanceOf(Decision.Escalate.class);
        assertThat(decideFor("shop\nrm")).isInstanceOf(Decision.Escalate.class);
        assertThat(decideFor("shop --force; rm -rf / {{inputs.secret}}"))
                .asInstanceOf(type(Decision.Act.class))
                .satisfies(act -> assertThat(act.actions().get(1).arguments())
                        .isEqualTo(Map.of(
                                "argv", List.of("deployctl", "status", "shop --force; rm -rf / {{inputs.secret}}"))));
    }

    private Decision decideFor(String service) {
        var alert = FollowedRun.alert("ServiceUnavailable", Map.of("service", service), Map.of("health_url", URL));
        return new FollowedRun(runbook, alert).decide();
    }

    @Test
    @DisplayName("PLN-2 a health check that could not be made is no proof that the service is down")
    void refusedCheckIsNoProof() {
        FollowedRun run = run().answer(facts(Answer.ended(CallStatus.REFUSED), STATUS, HISTORY, DIFF));

        assertThat(run.decide()).isInstanceOf(Decision.Escalate.class);
    }

    @Test
    @DisplayName("RUN-1 the same situation always gives the same decision")
    void decisionsAreDeterministic() {
        FollowedRun run = run().answer(badConfiguration()).answer(Answer.ok(ROLLED_BACK));

        assertThat(run.decide()).isEqualTo(run.decide());
    }
}
