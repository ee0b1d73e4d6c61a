package io.flyball.console.sources;

import io.flyball.catalogue.sources.AlertMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A source that a mapping file describes. */
final class MappedSource implements Source {
    private static final String LABEL = "label ";

    /** The same alert must not have two names, one for when it is over. */
    private static final Pattern STATUS_BEFORE = Pattern.compile(
            "^(?:\\[(?:firing|alerting|triggered|resolved|ok|recovered|closed|open)[^\\]]{0,40}]|(?:triggered|resolved|recovered|closed):)\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private final String name;
    private final AlertMapping mapping;

    MappedSource(String name, AlertMapping mapping) {
        this.name = name;
        this.mapping = mapping;
    }

    @Override
    public Reading read(Delivery delivery) {
        String each = mapping.body().each();
        if (each == null) {
            return alert(delivery.body(), "", delivery.at());
        }
        JsonNode alerts = Place.find(delivery.body(), each);
        if (!alerts.isArray() || alerts.isEmpty()) {
            return Reading.isNone("/" + each, "a list with at least one alert of " + name, Place.shown(alerts));
        }
        return Reading.all(
                IntStream.range(0, alerts.size())
                        .mapToObj(i -> alert(alerts.path(i), "/" + each + "/" + i, delivery.at()))
                        .toList(),
                0);
    }

    private Reading alert(JsonNode body, String at, Instant now) {
        Optional<String> missing = mapping.body().has().stream()
                .filter(places -> Alternatives.of(places).stream()
                        .allMatch(place -> Place.find(body, place).isMissingNode()))
                .findFirst();
        if (!body.isObject() || missing.isPresent()) {
            return Reading.isNone(at, "what " + name + " sends, which has " + wanted(), Place.shown(body));
        }
        return mapping.body().opensNothing().stream()
                .filter(unless -> Place.text(body, unless.at())
                        .filter(told -> Words.has(unless.words(), told))
                        .isPresent())
                .findFirst()
                .<Reading>map(unless -> new Reading.OpensNothing(unless.because()))
                .orElseGet(() -> byStatus(body, at, now));
    }

    private List<String> wanted() {
        return mapping.body().has().isEmpty() ? mapping.name() : mapping.body().has();
    }

    /** One place that says it is over is enough: some senders keep the old word in another. */
    private Reading byStatus(JsonNode body, String at, Instant now) {
        AlertMapping.Status status = mapping.status();
        List<String> told = status.at().stream()
                .map(place -> Place.text(body, place))
                .flatMap(Optional::stream)
                .toList();
        if (told.stream().anyMatch(word -> Words.has(status.resolved(), word))) {
            return told(body, at, false, now);
        }
        Optional<String> neither =
                told.stream().filter(word -> Words.has(status.nothing(), word)).findFirst();
        if (neither.isPresent()) {
            return new Reading.OpensNothing("\"" + neither.get() + "\" neither begins nor ends a condition");
        }
        boolean isKnown = told.isEmpty()
                || status.firing().isEmpty()
                || told.stream().anyMatch(word -> Words.has(status.firing(), word));
        return isKnown
                ? told(body, at, true, now)
                : Reading.isNone(
                        at + "/" + status.at().getFirst().replace('.', '/'),
                        "one of " + status.firing() + ", or when it is over " + status.resolved(),
                        told.getFirst());
    }

    private Reading told(JsonNode body, String at, boolean firing, Instant now) {
        Optional<String> title = Place.text(body, mapping.name()).map(MappedSource::withoutStatus);
        if (title.isEmpty()) {
            return Reading.isNone(at, "a name of the alert in one of " + mapping.name(), Place.shown(body));
        }
        Draft draft = new Draft(name, title)
                .started(time(body, mapping.times().started(), now))
                .ended(time(body, mapping.times().ended(), now))
                .url(Place.text(body, mapping.url()));
        spread(body, mapping.labels(), "*").forEach(draft::labels);
        spread(body, mapping.annotations(), "*").forEach(draft::annotations);
        mapping.labels().forEach((label, places) -> draft.label(label, single(body, label, places)));
        mapping.annotations().forEach((label, places) -> draft.annotation(label, single(body, label, places)));
        identify(draft, body);
        return Reading.one(draft.toAlert(firing));
    }

    private static String withoutStatus(String title) {
        return STATUS_BEFORE.matcher(title).replaceFirst("");
    }

    /** A part may be a label that was found by its name in a list. */
    private void identify(Draft draft, JsonNode body) {
        List<Optional<String>> parts = mapping.fingerprint().stream()
                .map(place -> place.startsWith(LABEL)
                        ? draft.label(place.substring(LABEL.length()))
                        : Place.text(body, Alternatives.of(place)))
                .toList();
        if (parts.stream().anyMatch(Optional::isPresent)) {
            draft.identity(parts.stream().map(part -> part.orElse("")).toArray(String[]::new));
        }
    }

    private static Optional<String> single(JsonNode body, String label, List<String> places) {
        return label.equals("*") ? Optional.empty() : Place.text(body, places);
    }

    private static List<Map<String, String>> spread(JsonNode body, Map<String, List<String>> all, String star) {
        return all.getOrDefault(star, List.of()).stream()
                .map(place -> Texts.of(Place.find(body, place)))
                .toList();
    }

    private static Optional<Instant> time(JsonNode body, List<String> places, Instant now) {
        return Place.text(body, places).flatMap(text -> When.of(text, now));
    }
}
