package io.flyball.planner.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a planner must know of a tool beside its schema.
 *
 * @param targetPattern what it touches, with {@code {{argument}}} in place of arguments; absent when nothing nameable
 * @param required arguments that it cannot do without
 * @param check whether it succeeds only when what it looks at is as it should be
 */
public record ToolFacts(
        String name, Effect effect, @Nullable String targetPattern, List<String> required, boolean check) {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([^}]+)}}");

    public ToolFacts {
        required = List.copyOf(required);
    }

    /** What a call with these arguments touches, as far as the pattern says. */
    public Optional<String> target(Map<String, Object> arguments) {
        if (targetPattern == null) {
            return Optional.empty();
        }
        Matcher slots = SLOT.matcher(targetPattern);
        StringBuilder target = new StringBuilder();
        while (slots.find()) {
            if (!(arguments.get(slots.group(1)) instanceof String value)) {
                return Optional.empty();
            }
            slots.appendReplacement(target, Matcher.quoteReplacement(value));
        }
        return Optional.of(slots.appendTail(target).toString());
    }

    /** The arguments with which this tool reads that target; empty if the target does not tell them all. */
    public Optional<Map<String, Object>> reading(String target) {
        if (effect != Effect.READ || targetPattern == null) {
            return Optional.empty();
        }
        Matcher slot = SLOT.matcher(targetPattern);
        if (!slot.find() || slot.end() != targetPattern.length() || !required.equals(List.of(slot.group(1)))) {
            return Optional.empty();
        }
        String prefix = targetPattern.substring(0, slot.start());
        return target.startsWith(prefix) && target.length() > prefix.length()
                ? Optional.of(Map.of(slot.group(1), target.substring(prefix.length())))
                : Optional.empty();
    }
}
