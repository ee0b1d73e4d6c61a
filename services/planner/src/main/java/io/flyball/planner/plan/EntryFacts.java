package io.flyball.planner.plan;

import java.util.List;

/**
 * What the inventory says of something that runs here.
 *
 * @param kind service, host, database, queue or job
 * @param environment the one that governs it
 * @param health addresses that tell whether it is well, the users' way first; may be empty
 * @param needs what it depends on; may be empty
 */
public record EntryFacts(String name, String kind, String environment, List<String> health, List<Needed> needs) {

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
    }
}
