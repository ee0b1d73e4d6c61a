package io.flyball.console.kit;

import io.flyball.contract.*;
import java.time.Instant;

/** The incident of the tests: a shop whose newest configuration names an upstream that does not exist. */
public final class Shop {
    private Shop() {}

    /** Up to where the agent proposes a rollback and a person is asked. */
    public static Story untilHeld(String runId, Instant openedAt) {
        return new Story(runId, openedAt)
                .opened("ShopDown", "shop")
                .decided(
                        PlanDecisionKind.ACT,
                        "The alert says that every request fails. I look at health, process, recent deployments and the configuration side by side.")
                .proposed(
                        0,
                        "health",
                        "health_check",
                        "{\"url\":\"http://127.0.0.1:8080/health\"}",
                        "service:shop",
                        "Is it really down?")
                .proposed(
                        1,
                        "diff",
                        "run_command",
                        "{\"argv\":[\"shopctl\",\"diff\",\"--from\",\"41\",\"--to\",\"42\"]}",
                        "command:shopctl",
                        "What did the last deployment change?")
                .judged(0, Verdict.ALLOW, Effect.READ, Risk.LOW, "reads are allowed in production", null)
                .judged(1, Verdict.ALLOW, Effect.READ, Risk.LOW, "reads are allowed in production", null)
                .ran(
                        0,
                        ToolStatus.FAILED,
                        "HTTP/1.1 503 Service Unavailable\n{\"error\":\"upstream catalogue-v2 not found\"}",
                        null,
                        "expected 200, got 503")
                .ran(
                        1,
                        ToolStatus.SUCCEEDED,
                        "- \"upstream\": \"http://127.0.0.1:9100\"\n+ \"upstream\": \"http://catalogue-v2:9100\"",
                        0,
                        null)
                .decided(
                        PlanDecisionKind.ACT,
                        "Version 42, deployed four minutes before the alert, changed the upstream to a host that does not exist. Rolling back to 41 restores the address that worked.")
                .proposed(
                        0,
                        "rollback",
                        "run_command",
                        "{\"argv\":[\"shopctl\",\"rollback\",\"--to\",\"41\"]}",
                        "service:shop",
                        "Version 41 had the upstream that answers.")
                .judged(
                        0,
                        Verdict.HOLD_FOR_APPROVAL,
                        Effect.CHANGE,
                        Risk.HIGH,
                        "production wants a person's approval for a rollback",
                        null);
    }

    /** What follows an approval. */
    public static Story andThenFixed(Story story) {
        return story.judged(0, Verdict.ALLOW, Effect.CHANGE, Risk.HIGH, "approved", "ann")
                .ran(0, ToolStatus.SUCCEEDED, "rolled back to version 41\nrestarted shop (pid 4711)", 0, null)
                .happens(
                        RunStatus.ACTING,
                        VerificationOwed.newBuilder()
                                .setTarget("service:shop")
                                .setActionId(story.actionId(0))
                                .build())
                .decided(PlanDecisionKind.ACT, "The rollback ended well; I check that the shop serves again.")
                .proposed(
                        0,
                        "verify",
                        "health_check",
                        "{\"url\":\"http://127.0.0.1:8080/health\",\"attempts\":10}",
                        "service:shop",
                        "Does it serve again?")
                .judged(0, Verdict.ALLOW, Effect.READ, Risk.LOW, "reads are allowed in production", null)
                .ran(0, ToolStatus.SUCCEEDED, "HTTP/1.1 200 OK", null, null)
                .happens(
                        RunStatus.PLANNING,
                        Verified.newBuilder()
                                .setTarget("service:shop")
                                .setActionId(story.actionId(0))
                                .build())
                .decided(PlanDecisionKind.FINISH, "The shop answers 200 again.")
                .ended(
                        Outcome.RESOLVED,
                        "The shop answered 503 because version 42 pointed it at an upstream that does not exist. It was rolled back to version 41 and serves again.",
                        "Version 42 changed the upstream to catalogue-v2, which has no address.");
    }
}
