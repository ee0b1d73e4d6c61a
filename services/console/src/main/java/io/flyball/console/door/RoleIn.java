package io.flyball.console.door;

import org.jspecify.annotations.Nullable;

/**
 * A role, as {@code approver} or {@code approver@staging}.
 *
 * @param environment where it holds; null for everywhere
 */
record RoleIn(Role role, @Nullable String environment) {

    /** @throws IllegalArgumentException if there is no such role */
    static RoleIn of(String word) {
        String[] parts = word.split("@", 2);
        Role role = Role.of(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no role " + parts[0] + "; known are viewer, operator, approver, admin"));
        return new RoleIn(role, parts.length == 2 ? parts[1] : null);
    }

    boolean covers(Role needed, String in) {
        return role.covers(needed) && (environment == null || environment.equals(in));
    }
}
