package io.flyball.console.door;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do. */
public enum Role {
    /** Look at everything. */
    VIEWER,
    /** Open runs, steer them, stop and kill. */
    OPERATOR,
    /** Answer what is held, raise budgets; stop and kill. */
    APPROVER,
    /** All of that, let go on what was stopped, and send dead letters again. */
    ADMIN;

    boolean covers(Role other) {
        return this == ADMIN || this == other || other == VIEWER;
    }

    static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
