package io.flyball.catalogue.inventory;

import io.flyball.catalogue.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an action touches, by its tool's definition and its arguments; what a planner says of it plays no part.
 *
 * @param resource in the catalogue's word, for example {@code file:/etc/hosts}; empty when the tool names nothing
 * @param command the command that is run; empty when none is
 * @param directory where it is run, when the arguments say so
 */
public record Touched(Optional<String> resource, List<String> command, Optional<String> directory) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String COMMAND = "argv";
    private static final String DIRECTORY = "directory";

    public Touched {
        command = List.copyOf(command);
    }

    /** What that tool touches with those arguments. */
    public static Touched by(ToolDefinition tool, Map<String, Object> arguments) {
        return new Touched(
                Optional.ofNullable(tool.target()).map(template -> filled(template, arguments)),
                words(arguments.get(COMMAND)),
                Optional.ofNullable(arguments.get(DIRECTORY)).map(Object::toString));
    }

    private static String filled(String template, Map<String, Object> arguments) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(text(arguments.get(place.group(1)))));
    }

    private static List<String> words(@Nullable Object argument) {
        return argument instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(@Nullable Object argument) {
        return switch (argument) {
            case null -> "";
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(" "));
            default -> argument.toString();
        };
    }
}
