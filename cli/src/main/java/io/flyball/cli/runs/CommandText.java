package io.flyball.cli.runs;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An action as a person would type or read it. */
final class CommandText {
    private CommandText() {}

    static String of(String tool, JsonNode arguments) {
        JsonNode argv = arguments.path("argv");
        if (argv.isArray()) {
            return Stream.concat(Stream.of(argv), arguments.path("pipe").valueStream())
                    .map(CommandText::command)
                    .collect(Collectors.joining(" | "));
        }
        return Stream.concat(
                        Stream.of(tool),
                        arguments.propertyStream().map(field -> field.getKey() + "=" + value(field.getValue())))
                .collect(Collectors.joining(" "));
    }

    private static String command(JsonNode argv) {
        return argv.valueStream()
                .map(JsonNode::asString)
                .map(CommandText::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String value(JsonNode value) {
        return value.isString() ? quoted(value.asString()) : value.toString();
    }

    /** As a shell would need it, so that nobody reads two arguments where there is one. */
    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./?&{}\\[\\]-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
