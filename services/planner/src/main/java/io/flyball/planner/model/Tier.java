package io.flyball.planner.model;

import java.util.Arrays;
import java.util.Locale;

/** How capable a model an agent asks for. */
public enum Tier {
    SIMPLE,
    MODERATE,
    COMPLEX,
    CRITICAL;

    /**
     * The tier of that name, in lower case as agents write it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Tier of(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown model tier " + name + "; known are "
                        + Arrays.stream(values()).map(Tier::label).toList()));
    }

    /** As agents write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
