package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.Catalogue;
import io.flyball.console.ingress.TakenBodies;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.planner.choice.Mode;
import io.flyball.planner.choice.Planners;
import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.Decision;
import io.flyball.planner.plan.DecisionKind;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.PastTurn;
import io.flyball.planner.plan.ProposedAction;
import io.flyball.planner.plan.Remaining;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.plan.Verdict;
import io.flyball.planner.prompt.PromptLibrary;
import io.flyball.planner.runbookfiles.RunbookLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Bodies that real systems have sent, where the folder FLYBALL_SHARED_DATA names is present. */
@EnabledIf(value = "isPresent", disabledReason = "FLYBALL_SHARED_DATA names no folder with alerts/")
class RealAlertsGetALookTest {
    private static final int MOST_STEPS = 6;

    /** Whose body a file is, by a part of its name; the first counts. */
    private static final List<Map.Entry<String, String>> SOURCES = List.of(
            Map.entry("prometheus", "alertmanager"),
            Map.entry("alertmanager", "alertmanager"),
            Map.entry("grafana", "grafana"),
            Map.entry("cloudwatch", "cloudwatch"),
            Map.entry("graylog", "graylog"),
            Map.entry("new_relic", "newrelic"),
            Map.entry("pagerduty", "pagerduty"),
            Map.entry("pingdom", "pingdom"),
            Map.entry("riemann", "riemann"),
            Map.entry("stackdriver", "gcp-monitoring"),
            Map.entry("gcpmonitoring", "gcp-monitoring"),
            Map.entry("vrealize", "vrealize"),
            Map.entry("axiom", "axiom"),
            Map.entry("checkly", "checkly"),
            Map.entry("checkmk", "checkmk"),
            Map.entry("coralogix", "coralogix"),
            Map.entry("dash0", "dash0"),
            Map.entry("datadog", "datadog"),
            Map.entry("libre_nms", "librenms"),
            Map.entry("netbox", "netbox"),
            Map.entry("sentry", "sentry"),
            Map.entry("signalfx", "signalfx"),
            Map.entry("thousandeyes", "thousandeyes"),
            Map.entry("wazuh", "wazuh"),
            Map.entry("opsgenie", "opsgenie"),
            Map.entry("telegram", "generic"));

    private final Catalogue catalogue = Catalogue.load(Path.of("../catalogue"));
    private final Planners planners =
            new Planners(Mode.RUNBOOK, catalogue, RunbookLibrary.load(catalogue), PromptLibrary.load(catalogue), null);
    private final TakenBodies bodies = new TakenBodies();
    private final Map<String, Integer> counts = new TreeMap<>();

    static Path folder() {
        String named =
                System.getProperty("FLYBALL_SHARED_DATA", System.getenv().getOrDefault("FLYBALL_SHARED_DATA", ""));
        return Path.of(named, "alerts");
    }

    static boolean isPresent() {
        return folder().isAbsolute() && Files.isDirectory(folder());
    }

    @Test
    @DisplayName("CAT-1 every alert that real systems have sent gets a look, or a briefing that names what is missing")
    void everyAlert() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("manifest.json")) {
                    take(name, bodies.at(source(name), file));
                }
            }
        }
        System.out.println("first look at real alerts: " + counts);
        assertThat(counts.getOrDefault("alerts that fire", 0)).isGreaterThan(30);
    }

    private static String source(String name) {
        return SOURCES.stream()
                .filter(known -> name.contains(known.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("whose body is " + name + "?"))
                .getValue();
    }

    private void take(String file, List<Alert> alerts) {
        count(alerts.isEmpty() ? "bodies that open nothing" : "bodies with alerts");
        for (Alert alert : alerts) {
            if (alert.getStatus() == AlertStatus.FIRING) {
                count("alerts that fire");
                follow(file, facts(alert));
            } else {
                count("alerts that are over");
            }
        }
    }

    /** No address answers, which every look must survive. */
    private void follow(String file, AlertFacts alert) {
        List<PastTurn> turns = new ArrayList<>();
        Decision decision = decide(alert, turns);
        while (decision instanceof Decision.Act act && turns.size() < MOST_STEPS) {
            turns.add(answered(turns.size() + 1, act));
            decision = decide(alert, turns);
        }
        assertThat(decision).as(file).isInstanceOf(Decision.Escalate.class);
        Decision.Escalate told = (Decision.Escalate) decision;
        assertThat(told.reason()).as(file).doesNotContain("no runbook", "cannot go on");
        boolean looked = turns.stream()
                .flatMap(turn -> turn.actions().stream())
                .anyMatch(action -> !"probe:machine-name".equals(action.label()));
        boolean place = turns.stream()
                .flatMap(turn -> turn.actions().stream())
                .anyMatch(action -> String.valueOf(action.label()).startsWith("probe:alert-"));
        count(place ? "with a look at the place that they name" : "without a place to look at");
        count(looked ? "with a look" : "without any look");
        count(
                told.known().contains("Possible (") || told.known().contains("Cause (")
                        ? "with possible causes, and what would tell"
                        : "without any possible cause");
        assertThat(told.nextSteps()).as(file).isNotEmpty();
        assertThat(told.known().length()).as(file).isLessThan(8_000);
        if (!looked) {
            assertThat(told.known()).as(file).contains(alert.summary(), "Entry of the inventory: none: ");
            assertThat(told.nextSteps()).as(file).anyMatch(next -> next.contains("Add a file catalogue/inventory"));
        }
    }

    private Decision decide(AlertFacts alert, List<PastTurn> turns) {
        return planners.plan(
                        new Situation(
                                "r:p1",
                                "r",
                                "first-responder",
                                "production",
                                turns.size() + 1,
                                "look",
                                Map.of(),
                                false,
                                alert,
                                turns,
                                List.of(),
                                new Remaining(10, 10, 50, 1, 1, 1),
                                List.of(),
                                List.of(),
                                alert.startsAt()),
                        _ -> {})
                .decision();
    }

    private static PastTurn answered(int step, Decision.Act act) {
        List<PastAction> past = new ArrayList<>();
        for (ProposedAction action : act.actions()) {
            boolean named = "probe:machine-name".equals(action.label());
            past.add(new PastAction(
                    "r:" + step + ":" + past.size(),
                    action.label(),
                    action.tool(),
                    action.arguments(),
                    action.target(),
                    Effect.READ,
                    Verdict.ALLOW,
                    "policy",
                    named ? CallStatus.SUCCEEDED : CallStatus.FAILED,
                    named ? "somewhere-else" : "",
                    0,
                    null,
                    named ? null : "nobody answers"));
        }
        return new PastTurn(step, DecisionKind.ACT, "", past, null);
    }

    private static AlertFacts facts(Alert alert) {
        return new AlertFacts(
                alert.getName(),
                alert.getService(),
                alert.getSeverity(),
                alert.getSource(),
                false,
                alert.getLabels(),
                alert.getAnnotations(),
                alert.getStartsAt());
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
