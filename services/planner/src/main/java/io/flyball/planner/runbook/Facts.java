package io.flyball.planner.runbook;

import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.AlertPlace;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.OutsideText;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.SpecialistFinding;
import io.flyball.planner.plan.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known, as maps for conditions and as lines for people. Absent things have no key. */
final class Facts {
    /** Of a step whose condition did not hold. */
    static final String SKIPPED = "SKIPPED";

    private static final int SEEN = 200;

    private Facts() {}

    static Map<String, Object> of(
            Situation situation,
            Map<String, String> variables,
            Map<String, PastAction> steps,
            Map<String, String> passed,
            Map<String, Map<String, String>> parsedBy) {
        Map<String, Object> results = new HashMap<>();
        passed.forEach(
                (id, why) -> results.put(id, Map.of("status", SKIPPED, "output", "", "seen", why, "vars", Map.of())));
        steps.forEach((id, action) -> results.put(id, step(action, parsedBy.getOrDefault(id, Map.of()))));
        AlertFacts alert = situation.alert();
        return Map.of(
                "alert",
                alert == null ? Map.of() : alert(alert),
                "inputs",
                situation.inputs(),
                "vars",
                variables,
                "steps",
                results,
                "findings",
                findings(situation),
                "entry",
                Surroundings.entry(situation),
                "run",
                Surroundings.run(situation));
    }

    private static Map<String, Object> findings(Situation situation) {
        Map<String, Object> findings = new HashMap<>();
        for (SpecialistFinding finding : situation.findings()) {
            findings.put(
                    finding.name(),
                    Map.of(
                            "agent", finding.agent(),
                            "outcome", finding.outcome(),
                            "summary", finding.summary(),
                            "confidence", finding.confidence(),
                            "approaches", finding.approaches(),
                            "errors", finding.errors()));
        }
        return findings;
    }

    static @Nullable String field(SpecialistFinding finding, String field) {
        return switch (field) {
            case "agent" -> finding.agent();
            case "outcome" -> finding.outcome();
            case "summary" -> finding.summary();
            default -> null;
        };
    }

    private static Map<String, Object> alert(AlertFacts alert) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("name", alert.name());
        facts.put("severity", alert.severity());
        facts.put("source", alert.source());
        facts.put("labels", alert.labels());
        facts.put("annotations", alert.annotations());
        facts.put("startsAt", alert.startsAt().toString());
        facts.put("summary", alert.summary());
        AlertPlace place = AlertPlace.of(alert);
        place.url().ifPresent(url -> facts.put("url", url));
        place.endpoint().ifPresent(endpoint -> facts.put("endpoint", endpoint));
        place.host().ifPresent(host -> facts.put("host", host));
        if (alert.service() != null) {
            facts.put("service", alert.service());
        }
        return facts;
    }

    private static Map<String, Object> step(PastAction action, Map<String, String> parsed) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("status", status(action));
        facts.put("output", action.output());
        facts.put("seen", seen(action));
        facts.put("vars", parsed);
        if (action.exitCode() != null) {
            facts.put("exitCode", action.exitCode().longValue());
        }
        if (action.error() != null) {
            facts.put("error", action.error());
        }
        return facts;
    }

    static @Nullable String field(PastAction action, String field) {
        return switch (field) {
            case "status" -> status(action);
            case "output" -> action.output();
            case "seen" -> seen(action);
            case "exitCode" ->
                action.exitCode() == null ? null : action.exitCode().toString();
            case "error" -> action.error();
            default -> null;
        };
    }

    private static String status(PastAction action) {
        return action.status() != null ? action.status().name() : String.valueOf(action.verdict());
    }

    /** What is worth telling in one line: why it did not work, else the first line of what came. */
    static String seen(PastAction action) {
        String told = action.error() != null ? action.error() : action.output();
        if (told.isBlank() && action.verdict() == Verdict.DENY && action.verdictReason() != null) {
            told = action.verdictReason();
        }
        String line = told.lines().filter(each -> !each.isBlank()).findFirst().orElseGet(() -> status(action));
        return OutsideText.excerpt(line.strip(), SEEN);
    }

    /** What every step has brought, one line each, then what was not looked at. */
    static String told(Map<String, PastAction> steps, Map<String, String> said, Map<String, String> passed) {
        return Stream.concat(
                        steps.entrySet().stream()
                                .map(step -> told(step.getKey(), step.getValue(), said.get(step.getKey()))),
                        passed.entrySet().stream().map(step -> step.getKey() + ": not looked at: " + step.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String told(String id, PastAction action, @Nullable String said) {
        if (said != null) {
            return id + ": " + said;
        }
        return id + " (" + action.tool() + "): "
                + (action.wasCalled() || action.status() == CallStatus.DRY_RUN
                        ? status(action) + ": " + seen(action)
                        : "could not look" + at(action) + ": " + seen(action));
    }

    private static String at(PastAction action) {
        return action.target() == null ? "" : " at " + action.target();
    }

    /** One field of the alert; null if it has none of that name. */
    static @Nullable String field(AlertFacts alert, String field) {
        return switch (field) {
            case "name" -> alert.name();
            case "service" -> alert.service();
            case "severity" -> alert.severity();
            case "source" -> alert.source();
            case "startsAt" -> alert.startsAt().toString();
            case "summary" -> alert.summary();
            case "url" -> AlertPlace.of(alert).url().orElse(null);
            case "endpoint" -> AlertPlace.of(alert).endpoint().orElse(null);
            case "host" -> AlertPlace.of(alert).host().orElse(null);
            default -> null;
        };
    }
}
