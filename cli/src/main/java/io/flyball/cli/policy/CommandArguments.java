package io.flyball.cli.policy;

import io.flyball.cli.output.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of run_command for commands as they were typed. */
final class CommandArguments {
    private CommandArguments() {}

    /** As a JSON object; the commands in the order of their pipe, at least one. */
    static String of(List<List<String>> commands) {
        ObjectNode arguments = Json.object();
        add(arguments.putArray("argv"), commands.getFirst());
        if (commands.size() > 1) {
            ArrayNode pipe = arguments.putArray("pipe");
            commands.subList(1, commands.size()).forEach(command -> add(pipe.addArray(), command));
        }
        return arguments.toString();
    }

    private static void add(ArrayNode array, List<String> words) {
        words.forEach(array::add);
    }
}
