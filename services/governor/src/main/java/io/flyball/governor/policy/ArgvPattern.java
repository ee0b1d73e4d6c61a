package io.flyball.governor.policy;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolEffect;
import java.util.List;

/** The commands that a rule names, read as agents' permissions are: {@code *} for one argument, {@code **} for any rest. */
public final class ArgvPattern {
    private final CommandPermission reading;

    private ArgvPattern(CommandPermission reading) {
        this.reading = reading;
    }

    /**
     * The pattern in those words.
     *
     * @throws IllegalArgumentException if the program is not named or {@code **} does not stand last
     */
    public static ArgvPattern of(List<String> words) {
        return new ArgvPattern(new CommandPermission(words, ToolEffect.READ, "policy", true));
    }

    boolean matches(List<String> argv) {
        return reading.allows(argv);
    }
}
