package io.flyball.cli.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.catalogue.programs.ShellPipe;
import io.flyball.cli.output.Json;
import io.flyball.governor.policy.Risk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What policy must say to one action.
 *
 * @param command a run_command as a person writes it; absent where argv or tool say what is asked
 * @param argv its words; absent where command or tool say what is asked
 * @param tool the tool; absent for run_command
 * @param arguments the tool's arguments; absent for none
 * @param target what it is about, for example {@code service:shop}; absent for nothing named
 * @param expect allow, notify, approve or deny
 * @param risk the risk it must have; absent where that does not matter
 * @param because words that one of the reasons must hold; absent where that does not matter
 */
record PolicyCase(
        @Nullable String command,
        @Nullable List<String> argv,
        @Nullable String tool,
        @Nullable ObjectNode arguments,
        @Nullable String target,
        @JsonProperty(required = true) String expect,
        @Nullable Risk risk,
        @Nullable String because) {
    private static final List<String> VERDICTS = List.of("allow", "notify", "approve", "deny");

    PolicyCase {
        if (!VERDICTS.contains(expect)) {
            throw new IllegalArgumentException("expect is one of " + VERDICTS + ", not " + expect);
        }
        long ways = (command == null ? 0 : 1) + (argv == null ? 0 : 1) + (tool == null ? 0 : 1);
        if (ways != 1) {
            throw new IllegalArgumentException("a case has one of command, argv and tool");
        }
        if (arguments != null && tool == null) {
            throw new IllegalArgumentException("arguments need a tool");
        }
    }

    /** What a person reads. */
    String title() {
        if (command != null) {
            return command;
        }
        return argv == null
                ? tool + (arguments == null ? "" : " " + arguments) + (target == null ? "" : " on " + target)
                : String.join(" ", argv);
    }

    String toolName() {
        return tool == null ? "run_command" : tool;
    }

    /** As a JSON object; empty for a command that only a shell could run. */
    Optional<String> argumentsJson() {
        if (tool != null) {
            return Optional.of((arguments == null ? Json.object() : arguments).toString());
        }
        return argv == null
                ? ShellPipe.of(command == null ? "" : command).map(CommandArguments::of)
                : Optional.of(CommandArguments.of(List.of(argv)));
    }

    /** What differs from what is expected; empty when nothing does. */
    Optional<String> differs(ObjectNode explained) {
        String verdict = Json.text(explained, "verdict");
        if (!verdict.equals(expect)) {
            return Optional.of("expected " + expect + ", but it is " + verdict + ": " + reasons(explained));
        }
        if (risk != null && !risk.name().equals(Json.text(explained, "risk"))) {
            return Optional.of("expected risk " + risk + ", but it is " + Json.text(explained, "risk"));
        }
        return because == null || holds(reasons(explained), because)
                ? Optional.empty()
                : Optional.of("no reason holds \"" + because + "\": " + reasons(explained));
    }

    private static boolean holds(String reasons, String words) {
        return reasons.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static String reasons(ObjectNode explained) {
        return String.join(
                "; ",
                explained.path("reasons").valueStream().map(it -> it.asString()).toList());
    }
}
