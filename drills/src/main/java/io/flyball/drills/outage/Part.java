package io.flyball.drills.outage;

import java.util.Locale;

/** Who is away. */
public enum Part {
    ORCHESTRATOR,
    BROKER;

    /** As it is typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
