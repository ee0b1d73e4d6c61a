package io.flyball.orchestrator.shell;

import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.orchestrator.run.AlertFacts;
import io.flyball.orchestrator.run.Dollars;
import io.flyball.orchestrator.run.HandOver;
import io.flyball.orchestrator.run.Outcome;
import io.flyball.orchestrator.run.Run;
import io.flyball.orchestrator.run.RunCommand;
import io.flyball.orchestrator.run.RunResult;
import io.flyball.orchestrator.run.RunSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people are told when a run opens and when it ends. */
final class Notices {
    private final Links links;

    Notices(Links links) {
        this.links = links;
    }

    Notification briefing(Run run, Instant at) {
        RunSpec spec = run.spec();
        AlertFacts alert = spec.alert();
        String body = alert == null
                ? spec.goal()
                : String.join(
                        "\n", alert.annotations().values().stream().sorted().toList());
        return notice(spec, NotificationKind.BRIEFING, alert == null ? "info" : alert.severity(), at)
                .setTitle(title(spec) + ": " + spec.agent() + " looks into it")
                .setBody(body.isBlank() ? spec.goal() : body)
                .setFields(alertFields(spec))
                .build();
    }

    /** How a long task comes on. */
    Notification progress(Run run, String text, Instant at) {
        String id = run.id() + ":progress:" + at.toEpochMilli();
        return notice(run.spec(), NotificationKind.PROGRESS, "info", at)
                .setId(id)
                .setDedupKey(id)
                .setTitle(title(run.spec()) + ": still at it")
                .setBody(text)
                .build();
    }

    /** Somebody must answer or take over before the run goes on. */
    Notification asking(RunCommand.AskPeople ask, Instant at) {
        String id = ask.run().id() + ":asks:" + ask.step();
        return notice(ask.run().spec(), NotificationKind.ESCALATION, "warning", at)
                .setId(id)
                .setDedupKey(id)
                .setTitle(title(ask.run().spec()) + ": " + ask.run().spec().agent() + " " + ask.title())
                .setBody(ask.text() + "\n\nAnswer: flyball runs answer "
                        + ask.run().id()
                        + " --text \"...\"\nOr take it over: flyball runs take-over "
                        + ask.run().id())
                .setFields(alertFields(ask.run().spec()))
                .build();
    }

    /** The alert of a run that had resolved it came back. */
    Notification returned(Run run, Instant at) {
        String id = run.id() + ":not-effective";
        return notice(run.spec(), NotificationKind.ESCALATION, "warning", at)
                .setId(id)
                .setDedupKey(id)
                .setTitle(title(run.spec()) + ": the alert came back, the run was not effective")
                .setBody("It had ended as RESOLVED. " + run.spec().goal())
                .setFields(alertFields(run.spec()))
                .build();
    }

    Notification closing(Run run, RunResult c) {
        boolean handedOver = c.handOver() != null || c.outcome() == Outcome.ESCALATED;
        return notice(
                        run.spec(),
                        handedOver ? NotificationKind.ESCALATION : NotificationKind.CLOSING,
                        handedOver ? "critical" : "info",
                        c.at())
                .setTitle(title(run.spec()) + ": " + c.outcome())
                .setBody(body(c))
                .setFields(costFields(run, c))
                .build();
    }

    private Notification.Builder notice(RunSpec spec, NotificationKind kind, String severity, Instant at) {
        String id = spec.id() + ":" + kind.name().toLowerCase(java.util.Locale.ROOT);
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant(spec.tenant())
                .setSubject(spec.id())
                .setRunId(spec.id())
                .setKind(kind)
                .setSeverity(severity)
                .setEnvironment(spec.environment())
                .setAgent(spec.agent())
                .setLinks(links.of(spec.id(), spec.traceId()))
                .setAt(at);
    }

    private static String title(RunSpec spec) {
        AlertFacts alert = spec.alert();
        if (alert == null) {
            return spec.goal();
        }
        return alert.service() == null ? alert.name() : alert.name() + " on " + alert.service();
    }

    private static Map<String, String> alertFields(RunSpec spec) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("run", spec.id());
        fields.put("environment", spec.environment());
        if (spec.alert() != null) {
            fields.put("severity", spec.alert().severity());
            fields.put("since", spec.alert().startsAt().toString());
            if (spec.alert().leftOut() > 0) {
                fields.put("left out by the sender", spec.alert().leftOut() + " more alerts of the same notification");
            }
        }
        return fields;
    }

    private static Map<String, String> costFields(Run run, RunResult c) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("run", run.id());
        fields.put("outcome", c.outcome().name());
        fields.put("reason", c.reason());
        fields.put("steps", Integer.toString(run.tally().steps()));
        fields.put("cost", "$" + Dollars.of(run.tally().costMicros()));
        return fields;
    }

    private static String body(RunResult c) {
        HandOver handOver = c.handOver();
        if (handOver == null) {
            return c.rootCause() == null ? c.summary() : c.summary() + "\n\nRoot cause: " + c.rootCause();
        }
        String next = handOver.nextSteps().stream().map(step -> "- " + step).collect(Collectors.joining("\n"));
        return String.join("\n\n", List.of(handOver.reason(), handOver.known(), "Next steps:\n" + next));
    }
}
