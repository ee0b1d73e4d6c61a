package io.flyball.planner.plan;

import java.util.List;
import java.util.Map;

/**
 * What the inventory says of something that runs here.
 *
 * @param kind service, host, database, queue or job
 * @param environment the one that governs it
 * @param health addresses that tell whether it is well, the users' way first; may be empty
 * @param needs what it depends on; may be empty
 * @param runs how it is run and where it keeps what, by name; may be empty
 */
public record EntryFacts(
        String name,
        String kind,
        String environment,
        List<String> health,
        List<Needed> needs,
        Map<String, String> runs) {

    /**
     * Something that an entry depends on.
     *
     * @param health as an entry's
     */
    public record Needed(String name, List<String> health) {
        public Needed {
            health = List.copyOf(health);
        }
    }

    public EntryFacts {
        health = List.copyOf(health);
        needs = List.copyOf(needs);
        runs = Map.copyOf(runs);
    }

    /** One of which nobody has said how it is run. */
    public EntryFacts(String name, String kind, String environment, List<String> health, List<Needed> needs) {
        this(name, kind, environment, health, needs, Map.of());
    }
}
