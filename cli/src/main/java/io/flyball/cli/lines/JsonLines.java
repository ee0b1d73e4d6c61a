package io.flyball.cli.lines;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers each line of standard input by one on standard output. */
public final class JsonLines {
    private JsonLines() {}

    /**
     * Goes through all of them.
     *
     * @param answer what is written for an object; its {@code id} is taken over
     * @throws CommandFailed if a line is no JSON object, naming the line
     */
    public static void answer(Terminal terminal, UnaryOperator<ObjectNode> answer) {
        PrintWriter out = new PrintWriter(new BufferedWriter(terminal.out()));
        int number = 0;
        try (var lines = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                number++;
                if (!line.isBlank()) {
                    out.println(answered(object(line, number), answer));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            out.flush();
        }
    }

    private static ObjectNode answered(ObjectNode asked, UnaryOperator<ObjectNode> answer) {
        ObjectNode written = Json.object();
        if (asked.has("id")) {
            written.set("id", asked.get("id"));
        }
        written.setAll(answer.apply(asked));
        return written;
    }

    private static ObjectNode object(String line, int number) {
        try {
            JsonNode node = Json.parse(line);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw wrong(number, e.getOriginalMessage());
        }
        throw wrong(number, "it is no object");
    }

    private static CommandFailed wrong(int number, String why) {
        return new CommandFailed(
                ExitCode.USAGE, "Line " + number + " is not what was expected: " + why, "Give one JSON object a line.");
    }
}
