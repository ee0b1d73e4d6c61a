package io.flyball.planner.casework;

import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.AlertPlace;
import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of where to look before anybody has looked: what the entry and the alert say. */
final class Surroundings {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final Situation situation;
    private final Map<String, String> known = new HashMap<>();

    private Surroundings(Situation situation) {
        this.situation = situation;
        known.put("environment", situation.environment());
        alert();
        entry().ifPresent(this::entry);
    }

    static Surroundings of(Situation situation) {
        return new Surroundings(situation);
    }

    /** The one entry that the run is about. */
    Optional<EntryFacts> entry() {
        return situation.entries().size() == 1 ? Optional.of(situation.entries().getFirst()) : Optional.empty();
    }

    String kind() {
        return entry().map(EntryFacts::kind).orElse("");
    }

    private void alert() {
        AlertFacts alert = situation.alert();
        if (alert != null) {
            AlertPlace place = AlertPlace.of(alert);
            known.put("alert", alert.name());
            place.url().ifPresent(url -> known.put("alert_url", url));
            place.endpoint().ifPresent(endpoint -> known.put("alert_endpoint", endpoint));
            place.host().ifPresent(host -> known.put("alert_host", host));
        }
        String service = situation.service();
        if (service != null) {
            known.put("service", service);
        }
    }

    private void entry(EntryFacts entry) {
        known.putAll(entry.runs());
        known.put("entry", entry.name());
        known.put("kind", entry.kind());
        url(entry.health(), 0).ifPresent(url -> {
            known.put("url", url);
            if (url.startsWith("http")) {
                known.put("page", url);
            }
        });
        url(entry.health(), 1).ifPresent(url -> known.put("other_url", url));
        entry.needs().stream()
                .filter(needed -> !needed.health().isEmpty())
                .findFirst()
                .ifPresent(needed -> {
                    known.put("needed", needed.name());
                    known.put("needed_url", needed.health().getFirst());
                });
    }

    private static Optional<String> url(List<String> urls, int index) {
        return urls.stream().skip(index).findFirst();
    }

    /**
     * Whether the machine that I look from is the one that it is about; empty while nobody can tell.
     *
     * @param name of the machine that I look from; empty while it is not known
     */
    Optional<Boolean> isHere(Optional<String> name) {
        String host = known.get("alert_host");
        boolean ownEntry = entry().filter(entry ->
                        !entry.runs().isEmpty() || entry.health().stream().anyMatch(Surroundings::isLoopback))
                .isPresent();
        if (ownEntry || host != null && LOOPBACK.contains(host)) {
            return Optional.of(true);
        }
        return host == null ? Optional.empty() : name.map(here -> host.equals(here) || host.startsWith(here + "."));
    }

    private static boolean isLoopback(String url) {
        return url.matches("[a-z]+://(localhost|127\\.0\\.0\\.1)[:/].*");
    }

    /** By name; {@code here} is known where it is about this machine, or where nothing says that it is about another. */
    Map<String, String> known(Optional<String> machine) {
        Map<String, String> all = new HashMap<>(known);
        if (isHere(machine).orElse(!known.containsKey("alert_host") && entry().isEmpty())) {
            all.put("here", machine.orElse("this machine"));
        }
        return all;
    }
}
