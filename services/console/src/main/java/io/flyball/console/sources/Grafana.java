package io.flyball.console.sources;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Grafana's unified alerting. What its alerting before version 9 sent is read too. */
final class Grafana implements Source {
    static final String NAME = "grafana";
    private static final Set<String> WITHOUT_DATA = Set.of("DatasourceNoData", "DatasourceError");

    /** As in "[FIRING:1, RESOLVED:2] Slow": what begins and what ends must not have two names. */
    private static final Pattern TITLE_STATUS =
            Pattern.compile("^\\[(?:FIRING|RESOLVED)[^\\]]{0,40}]\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);

    private final Source legacy = new GrafanaLegacy();

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        if (!body.has("alerts")) {
            return legacy.read(delivery);
        }
        JsonNode alerts = body.path("alerts");
        if (!alerts.isArray() || alerts.isEmpty()) {
            return Reading.isNone("/alerts", "a list with at least one alert", Place.shown(alerts));
        }
        int leftOut = Math.max(0, body.path("truncatedAlerts").asInt(0));
        return Reading.all(
                IntStream.range(0, alerts.size())
                        .mapToObj(i -> alert(delivery, alerts.path(i), "/alerts/" + i))
                        .toList(),
                leftOut);
    }

    private static Reading alert(Delivery delivery, JsonNode alert, String at) {
        if (!alert.isObject()
                || alert.path("labels").isEmpty()
                        && Place.text(alert, "fingerprint").isEmpty()) {
            return Reading.isNone(at + "/labels", "the alert's labels, or its fingerprint", Place.shown(alert));
        }
        if (isTest(alert.path("labels"))) {
            return new Reading.OpensNothing("it is the notification of Grafana's test button");
        }
        String status = Place.text(alert, "status", "state")
                .or(() -> Place.text(delivery.body(), "status", "state"))
                .orElse("firing");
        return switch (State.of(status)) {
            case FIRING -> Reading.one(draft(delivery, alert, status).toAlert(true));
            case OVER -> Reading.one(draft(delivery, alert, status).toAlert(false));
            case NEITHER -> new Reading.OpensNothing("a condition that is " + status + " has neither begun nor ended");
            case UNKNOWN ->
                Reading.isNone(
                        at + "/status", "firing or resolved, or a state that Grafana has: " + State.WORDS, status);
        };
    }

    private static boolean isTest(JsonNode labels) {
        return labels.path("alertname").asString("").equals("TestAlert")
                && labels.path("instance").asString("").equals("Grafana");
    }

    private static Draft draft(Delivery delivery, JsonNode alert, String status) {
        Draft draft = new Draft(NAME, name(delivery.body(), alert))
                .labels(Texts.of(alert.path("labels")))
                .annotations(Texts.of(alert.path("annotations")))
                .annotation(
                        "grafana_state",
                        Optional.of(status)
                                .filter(word -> !List.of("firing", "resolved").contains(word)))
                .fingerprint(Place.text(alert, "fingerprint"))
                .started(Place.text(alert, "startsAt").flatMap(text -> When.of(text, delivery.at())))
                .ended(Place.text(alert, "endsAt").flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(alert, "generatorURL", "panelURL", "dashboardURL"));
        for (String also : List.of("valueString", "dashboardURL", "panelURL", "silenceURL")) {
            draft.annotation(also, Place.text(alert, also));
        }
        Texts.of(alert.path("values")).forEach((ref, value) -> draft.annotation("value." + ref, Optional.of(value)));
        return draft;
    }

    /** An alert about missing data has a name of its own; whoever acts must know whose data it is. */
    private static Optional<String> name(JsonNode body, JsonNode alert) {
        Optional<String> name = Place.text(alert.path("labels"), "alertname");
        return name.filter(WITHOUT_DATA::contains)
                .flatMap(_ -> Place.text(alert.path("labels"), "rulename"))
                .or(() -> name)
                .or(() -> Place.text(body, "groupLabels.alertname", "commonLabels.alertname"))
                .or(() -> Place.text(alert.path("annotations"), "summary"))
                .or(() -> Place.text(body, "title").map(TITLE_STATUS::matcher).map(it -> it.replaceFirst("")));
    }

    /** The states of a rule, of an alert and of a notification. */
    enum State {
        FIRING,
        OVER,
        NEITHER,
        UNKNOWN;

        static final String WORDS = "Alerting, NoData, Error, Normal, Pending, Recovering";

        /** A state may have its reason behind it, as in "Normal (NoData)". */
        static State of(String told) {
            String word = told.toLowerCase(Locale.ROOT).replaceAll("\\(.*|[_ -]", "");
            return switch (word) {
                case "firing", "alerting", "nodata", "error", "datasourceerror" -> FIRING;
                case "resolved", "normal", "ok" -> OVER;
                case "pending", "paused", "recovering", "unknown", "suppressed" -> NEITHER;
                default -> UNKNOWN;
            };
        }
    }
}
