package io.flyball.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a requirement stands, as a person judged it.
 *
 * @param missing what is not there yet; empty unless it is met in part
 */
record Standing(Kind kind, String missing) {
    private static final String PARTLY = "partly:";

    /** The three words. */
    enum Kind {
        MET,
        PARTLY,
        NOT_YET
    }

    /** One line for each id, in the order of the file; lines that begin with # are for people. */
    static Map<String, Standing> all(Path file) throws IOException {
        Map<String, Standing> all = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ", 2);
                if (parts.length < 2 || all.put(parts[0], of(parts[1])) != null) {
                    throw new IllegalArgumentException(file + ": not one line 'ID standing' for each id: " + line);
                }
            }
        }
        return all;
    }

    private static Standing of(String text) {
        return switch (text) {
            case "met" -> new Standing(Kind.MET, "");
            case "not yet" -> new Standing(Kind.NOT_YET, "");
            case String it
            when it.startsWith(PARTLY) ->
                new Standing(Kind.PARTLY, it.substring(PARTLY.length()).strip());
            default -> throw new IllegalArgumentException("neither met, partly nor not yet: " + text);
        };
    }

    /** For the page. */
    String text() {
        return switch (kind) {
            case MET -> "**met**";
            case PARTLY -> "partly: " + missing;
            case NOT_YET -> "not yet";
        };
    }
}
