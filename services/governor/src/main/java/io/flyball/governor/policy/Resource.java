package io.flyball.governor.policy;

import io.flyball.catalogue.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an action touches by the tool's own template, whatever target the planner states. */
final class Resource {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Resource() {}

    static @Nullable String of(ToolDefinition tool, Map<String, Object> arguments) {
        String template = tool.target();
        return template == null
                ? null
                : PLACE.matcher(template)
                        .replaceAll(place -> Matcher.quoteReplacement(text(arguments.get(place.group(1)))));
    }

    private static String text(@Nullable Object argument) {
        return switch (argument) {
            case null -> "";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(" "));
            default -> argument.toString();
        };
    }
}
