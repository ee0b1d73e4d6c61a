package io.flyball.catalogue.inventory;

import java.util.Collection;
import java.util.Comparator;

/** How strict environments are, by name. */
public final class Environments {
    /** What holds where nobody says another. */
    public static final String STRICTEST = "production";

    private Environments() {}

    /** The strictest of them; the strictest of all where there is none. */
    public static String strictest(Collection<String> environments) {
        return environments.stream()
                .max(Comparator.comparingInt(Environments::strictness).thenComparing(Comparator.naturalOrder()))
                .orElse(STRICTEST);
    }

    /** An environment of another name is taken for stricter than the two that are known to be free. */
    private static int strictness(String environment) {
        return switch (environment) {
            case STRICTEST -> 3;
            case "staging" -> 1;
            case "development" -> 0;
            default -> 2;
        };
    }
}
