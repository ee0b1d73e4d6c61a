package io.flyball.console.sources;

import java.net.URI;
import java.util.List;

/** What a body is, to its source. */
public sealed interface Reading {

    /**
     * It tells of conditions.
     *
     * @param leftOut how many more the sender had and left out
     */
    record Alerts(List<SourceAlert> alerts, int leftOut) implements Reading {}

    /** It is what the source sends, and no reason to act: a test, an acknowledgement, a comment. */
    record OpensNothing(String because) implements Reading {}

    /** It is nothing that this source sends. */
    record IsNone(String pointer, String expected, String found) implements Reading {}

    /** Amazon asks whether its topic may send here. */
    record AsksToConfirm(String topic, URI url) implements Reading {}

    static Reading one(SourceAlert alert) {
        return new Alerts(List.of(alert), 0);
    }

    static Reading isNone(String pointer, String expected, String found) {
        String shown = found.length() <= 200 ? found : found.substring(0, 200) + "...";
        return new IsNone(pointer, expected, shown);
    }

    /** Several in one body: wrong if one is wrong, alerts if any is one, and else the first reason why not. */
    static Reading all(List<Reading> parts, int leftOut) {
        List<SourceAlert> alerts = parts.stream()
                .filter(Alerts.class::isInstance)
                .flatMap(part -> ((Alerts) part).alerts().stream())
                .toList();
        return parts.stream()
                .filter(IsNone.class::isInstance)
                .findFirst()
                .orElseGet(() -> alerts.isEmpty() && !parts.isEmpty() ? parts.getFirst() : new Alerts(alerts, leftOut));
    }
}
