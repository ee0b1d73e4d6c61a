package io.flyball.planner.runbook;

import io.flyball.planner.plan.EntryFacts;
import io.flyball.planner.plan.OutsideText;
import io.flyball.planner.plan.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of the run and of what it is about before anybody has looked. What is not known has no key. */
final class Surroundings {
    static final Set<String> ENTRY_FIELDS = Set.of(
            "name",
            "kind",
            "environment",
            "health",
            "other_health",
            "depends_on",
            "needed",
            "needed_health",
            "missing");
    static final Set<String> RUN_FIELDS = Set.of("environment", "changes");

    private Surroundings() {}

    /** By name, all texts; {@code missing} stands alone, where there is no one entry. */
    static Map<String, String> entry(Situation situation) {
        List<EntryFacts> entries = situation.entries();
        if (entries.size() != 1) {
            return Map.of("missing", missing(situation));
        }
        EntryFacts entry = entries.getFirst();
        Map<String, String> fields = new HashMap<>();
        fields.put("name", entry.name());
        fields.put("kind", entry.kind());
        fields.put("environment", entry.environment());
        entry.health().stream().findFirst().ifPresent(url -> fields.put("health", url));
        entry.health().stream().skip(1).findFirst().ifPresent(url -> fields.put("other_health", url));
        needs(entry, fields);
        return fields;
    }

    private static void needs(EntryFacts entry, Map<String, String> fields) {
        if (!entry.needs().isEmpty()) {
            fields.put(
                    "depends_on",
                    entry.needs().stream().map(EntryFacts.Needed::name).collect(Collectors.joining(", ")));
        }
        entry.needs().stream()
                .filter(needed -> !needed.health().isEmpty())
                .findFirst()
                .ifPresent(needed -> {
                    fields.put("needed", needed.name());
                    fields.put("needed_health", needed.health().getFirst());
                });
    }

    private static String missing(Situation situation) {
        if (!situation.entries().isEmpty()) {
            return "several entries of the inventory are for it: "
                    + situation.entries().stream().map(EntryFacts::name).collect(Collectors.joining(", "));
        }
        String service = situation.service();
        return service == null
                ? "nobody has named a service, and no entry of the inventory is for it"
                : "no entry of the inventory is for the service \"" + oneLine(service) + "\"";
    }

    static Map<String, String> run(Situation situation) {
        return situation.background().isEmpty()
                ? Map.of("environment", situation.environment())
                : Map.of(
                        "environment",
                        situation.environment(),
                        "changes",
                        oneLine(String.join("; ", situation.background())));
    }

    private static String oneLine(String text) {
        return OutsideText.visible(text).replaceAll("\\s+", " ").strip();
    }
}
