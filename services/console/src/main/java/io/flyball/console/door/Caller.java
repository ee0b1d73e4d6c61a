package io.flyball.console.door;

import java.util.List;
import java.util.Optional;

/**
 * Who made a request, as far as the door knows.
 *
 * @param principal who acts
 * @param channel console for a browser's session, api for a token
 * @param named whether that is who they proved to be; whoever holds the shared local token may name somebody else
 * @param roles what they may do
 */
public record Caller(String principal, String channel, boolean named, List<RoleIn> roles) {
    /** The request attribute that holds the caller. */
    public static final String ATTRIBUTE = "caller";

    public Caller {
        roles = List.copyOf(roles);
    }

    /** Whoever holds the token that this installation made. */
    static Caller local(String principal, String channel) {
        return new Caller(principal, channel, false, List.of(new RoleIn(Role.ADMIN, null)));
    }

    static Caller of(Person person, String channel) {
        return new Caller(person.name(), channel, true, person.roles());
    }

    /** Who acts: what a body says counts only from somebody without a name of their own. */
    public String by(Optional<String> claimed) {
        return named ? principal : claimed.orElse(principal);
    }

    /**
     * Goes on if they may do it there.
     *
     * @throws Refusal if not
     */
    public void require(Role role, String environment) {
        if (roles.stream().noneMatch(it -> it.covers(role, environment))) {
            throw Refusal.forbidden(principal + " is no " + role.word() + " in the environment " + environment + ".");
        }
    }

    boolean isAny(List<Role> wanted) {
        return wanted.stream()
                .anyMatch(role -> roles.stream().anyMatch(it -> it.role().covers(role)));
    }
}
