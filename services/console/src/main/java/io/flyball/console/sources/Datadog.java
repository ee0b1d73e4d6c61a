package io.flyball.console.sources;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Datadog's webhooks with the body that we ask people to set. Datadog's own body is read too: it tells the transition in the title alone, and the
 * monitor by its title.
 */
final class Datadog implements Source {
    static final String NAME = "datadog";

    /** As in "[P2] [Triggered on {host:web-1}] Disk is full". */
    private static final Pattern PREFIX = Pattern.compile("\\[([^\\]]*)]\\s*(.*)", Pattern.DOTALL);

    private static final Pattern SCOPE = Pattern.compile(".*?\\bon \\{(.*)}.*", Pattern.DOTALL);

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        Optional<String> title = Place.text(body, "title", "alert_title", "event_title");
        Optional<String> monitor = Place.text(body, "alert_id", "monitor_id");
        if (title.isEmpty() || !body.isObject()) {
            return Reading.isNone(
                    "/title", "the body that the page on alert sources shows for Datadog", Place.shown(body));
        }
        Title parts = Title.of(title.get());
        String transition = Place.text(body, "alert_transition", "transition").orElse(parts.state());
        if (parts.isTest()) {
            return new Reading.OpensNothing("it is a test notification of a monitor");
        }
        if (transition.isEmpty() && monitor.isEmpty()) {
            return new Reading.OpensNothing("it is an event of Datadog, and none of a monitor");
        }
        return switch (Transition.of(transition)) {
            case TRIGGERED, UNTOLD -> told(delivery, parts, monitor, transition, true);
            case RECOVERED -> told(delivery, parts, monitor, transition, false);
            case UNKNOWN ->
                Reading.isNone(
                        "/alert_transition",
                        "Triggered, Re-Triggered, Warn, Re-Warn, No Data, Re-No Data, Renotify or Recovered",
                        transition);
        };
    }

    private static Reading told(
            Delivery delivery, Title title, Optional<String> monitor, String transition, boolean firing) {
        JsonNode body = delivery.body();
        String scope = Place.text(body, "alert_scope", "scope", "scopes").orElse(title.scope());
        Draft draft = new Draft(NAME, Optional.of(title.name()))
                .labels(Texts.of(body.path("tags")))
                .labels(Texts.of(StringNode.valueOf(scope)))
                .label("host", Place.text(body, "hostname"))
                .label("priority", Place.text(body, "alert_priority", "priority"))
                .label("severity", severity(body, transition))
                .label("monitor_id", monitor)
                .annotation("summary", Optional.of(title.name()))
                .annotation("description", Place.text(body, "message", "text_only_msg", "body", "event_msg"))
                .annotation("transition", Optional.of(transition).filter(text -> !text.isEmpty()))
                .annotation("query", Place.text(body, "alert_query", "query"))
                .annotation("metric", Place.text(body, "alert_metric", "metric"))
                .annotation("status", Place.text(body, "alert_status"))
                .annotation("snapshot", Place.text(body, "snapshot"))
                .started(time(delivery, firing ? "date" : "alert_started"))
                .ended(time(delivery, "date"))
                .url(Place.text(body, "link", "url"));
        String what = monitor.map(id -> "monitor " + id).orElse("title " + title.name());
        return Reading.one(draft.identity(what, scope).toAlert(firing));
    }

    private static Optional<Instant> time(Delivery delivery, String field) {
        return Place.text(delivery.body(), field).flatMap(text -> When.of(text, delivery.at()));
    }

    /** A monitor has two thresholds; what each means for whom, its priority tells. */
    private static Optional<String> severity(JsonNode body, String transition) {
        String word = transition.toLowerCase(Locale.ROOT);
        if (word.contains("warn") || word.contains("no data")) {
            return Optional.of("warning");
        }
        Optional<String> type = Place.text(body, "alert_type");
        return type.map(told -> told.equalsIgnoreCase("error") ? "critical" : told)
                .filter(told -> !told.equalsIgnoreCase("success") && !told.contains(" "));
    }

    private enum Transition {
        TRIGGERED,
        RECOVERED,
        UNTOLD,
        UNKNOWN;

        static Transition of(String told) {
            String word = told.toLowerCase(Locale.ROOT);
            if (word.isEmpty() || word.equals("null")) {
                return UNTOLD;
            }
            if (word.contains("recover") || word.equals("ok") || word.equals("resolved")) {
                return RECOVERED;
            }
            return List.of("trigger", "warn", "no data", "nodata", "renotify", "alert").stream()
                            .anyMatch(word::contains)
                    ? TRIGGERED
                    : UNKNOWN;
        }
    }

    /**
     * A title taken apart.
     *
     * @param state the last word in brackets that is no priority
     * @param scope what stands in braces behind it
     */
    private record Title(String name, String state, String scope, boolean isTest) {
        private static final int LONGEST = 1_000;

        static Title of(String text) {
            String rest = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
            String state = "";
            String scope = "";
            boolean isTest = false;
            for (Matcher m = PREFIX.matcher(rest); m.matches() && !m.group(2).isBlank(); m = PREFIX.matcher(rest)) {
                String bracket = m.group(1).strip();
                Matcher on = SCOPE.matcher(bracket);
                scope = on.matches() ? on.group(1) : scope;
                isTest |= bracket.toLowerCase(Locale.ROOT).startsWith("test");
                if (Transition.of(bracket) == Transition.TRIGGERED || Transition.of(bracket) == Transition.RECOVERED) {
                    state = bracket.replaceFirst(" on \\{.*", "");
                }
                rest = m.group(2);
            }
            return new Title(rest, state, scope, isTest);
        }
    }
}
