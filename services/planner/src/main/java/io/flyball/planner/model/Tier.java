package io.flyball.planner.model;

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
    static Tier of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
