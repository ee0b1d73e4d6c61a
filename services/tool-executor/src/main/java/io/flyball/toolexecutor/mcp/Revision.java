package io.flyball.toolexecutor.mcp;

import java.util.Arrays;
import java.util.Optional;

/** A revision of the protocol that is spoken here, newest first. */
enum Revision {
    /** No greeting: each request says for itself what it needs. */
    JULY_2026("2026-07-28"),
    NOVEMBER_2025("2025-11-25"),
    JUNE_2025("2025-06-18"),
    MARCH_2025("2025-03-26"),
    NOVEMBER_2024("2024-11-05");

    private final String date;

    Revision(String date) {
        this.date = date;
    }

    String date() {
        return date;
    }

    /** Whether a conversation in it begins with a greeting. */
    boolean greets() {
        return this != JULY_2026;
    }

    static Optional<Revision> of(String date) {
        return Arrays.stream(values()).filter(known -> known.date.equals(date)).findFirst();
    }

    static String all() {
        return String.join(", ", Arrays.stream(values()).map(Revision::date).toList());
    }
}
