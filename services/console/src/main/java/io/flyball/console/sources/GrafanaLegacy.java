package io.flyball.console.sources;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** What Grafana sent before its unified alerting: one rule, with what it matched. */
final class GrafanaLegacy implements Source {

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        boolean isNotification = body.has("ruleName") || body.has("ruleId") && body.has("state");
        if (!isNotification) {
            return Reading.isNone(
                    "",
                    "Grafana's notification: \"alerts\", or \"ruleName\" and \"state\" of its older alerting; a rule is no notification",
                    Place.shown(body));
        }
        if (Place.text(body, "ruleName").filter("Test notification"::equals).isPresent()) {
            return new Reading.OpensNothing("it is the notification of Grafana's test button");
        }
        String state = Place.text(body, "state").orElse("alerting");
        return switch (Grafana.State.of(state)) {
            case FIRING -> Reading.one(draft(body, state).toAlert(true));
            case OVER -> Reading.one(draft(body, state).toAlert(false));
            case NEITHER -> new Reading.OpensNothing("a rule that is " + state + " has neither begun nor ended");
            case UNKNOWN -> Reading.isNone("/state", "alerting, no_data, ok, pending or paused", state);
        };
    }

    private static Draft draft(JsonNode body, String state) {
        Draft draft = new Draft(Grafana.NAME, Place.text(body, "ruleName", "title"))
                .labels(sharedTags(body.path("evalMatches")))
                .labels(Texts.of(body.path("tags")))
                .annotation("summary", Place.text(body, "title"))
                .annotation("description", Place.text(body, "message"))
                .annotation("grafana_state", Optional.of(state))
                .annotation("imageUrl", Place.text(body, "imageUrl"))
                .url(Place.text(body, "ruleUrl"))
                .identity(
                        host(Place.text(body, "ruleUrl")),
                        Place.text(body, "orgId").orElse(""),
                        Place.text(body, "ruleId", "ruleName").orElse(""));
        JsonNode matches = body.path("evalMatches");
        IntStream.range(0, Math.min(20, matches.size()))
                .forEach(i -> draft.annotation(
                        Place.text(matches.path(i), "{metric}")
                                .map(metric -> "value." + metric + "." + i)
                                .orElse("value." + i),
                        Place.text(matches.path(i), "value")));
        return draft;
    }

    /** What the first match says, if nothing that matched says otherwise; gone again when the rule is no longer met, and so no identity. */
    private static Map<String, String> sharedTags(JsonNode matches) {
        List<Map<String, String>> tags = IntStream.range(0, matches.size())
                .mapToObj(i -> Texts.of(matches.path(i).path("tags")))
                .toList();
        var shared = new TreeMap<>(tags.isEmpty() ? Map.<String, String>of() : tags.getFirst());
        tags.forEach(other -> shared.entrySet().removeIf(tag -> !tag.getValue().equals(other.get(tag.getKey()))));
        return shared;
    }

    /** Rules have small numbers, the same ones in every Grafana. */
    private static String host(Optional<String> url) {
        try {
            return url.map(URI::create).map(URI::getAuthority).orElse("");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
