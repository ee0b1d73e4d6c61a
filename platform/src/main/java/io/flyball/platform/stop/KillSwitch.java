package io.flyball.platform.stop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A switch that stops one agent, one tool or one tenant.
 *
 * @param kind what it stops
 * @param name which one
 */
public record KillSwitch(Kind kind, String name) {
    private static final String PREFIX = "kill_switch:";
    /** Of the keys of all switches, as Redis matches them. */
    public static final String PATTERN = PREFIX + "*";

    /** What a switch can stop. */
    public enum Kind {
        AGENT,
        TOOL,
        TENANT;

        /** The word for people and addresses: agent, tool or tenant. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    public static KillSwitch agent(String name) {
        return new KillSwitch(Kind.AGENT, name);
    }

    public static KillSwitch tool(String name) {
        return new KillSwitch(Kind.TOOL, name);
    }

    public static KillSwitch tenant(String name) {
        return new KillSwitch(Kind.TENANT, name);
    }

    /** Its key in Redis, and the target of its orders on agent.control. */
    public String key() {
        return kind == Kind.AGENT ? PREFIX + name : PREFIX + kind.word() + ":" + name;
    }

    /** The switch of that key; empty if it is none's. */
    public static Optional<KillSwitch> ofKey(String key) {
        if (!key.startsWith(PREFIX) || key.length() == PREFIX.length()) {
            return Optional.empty();
        }
        String rest = key.substring(PREFIX.length());
        int colon = rest.indexOf(':');
        Optional<Kind> kind = colon < 0 ? Optional.empty() : Kind.of(rest.substring(0, colon));
        return kind.filter(it -> it != Kind.AGENT && colon + 1 < rest.length())
                .map(it -> new KillSwitch(it, rest.substring(colon + 1)))
                .or(() -> Optional.of(agent(rest)));
    }

    /** For people: {@code agent first-responder}. */
    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
