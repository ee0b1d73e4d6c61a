package io.flyball.notifier.message;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wording that people can edit: the first line is the title, the rest after an empty line the body, with
 * {@code {{name}}} in place of facts.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private final String title;
    private final String body;

    private Template(String title, String body) {
        this.title = title;
        this.body = body;
    }

    /** A message's words. */
    public record Filled(String title, String body) {}

    /**
     * Reads a template.
     *
     * @param known the facts that it may name
     * @throws InvalidCatalogue if it has no title, no body or names another fact, with file and line
     */
    public static Template load(Path file, Set<String> known) {
        List<String> lines = read(file);
        for (int i = 0; i < lines.size(); i++) {
            requireKnown(file, i + 1, lines.get(i), known);
        }
        if (lines.size() < 3 || lines.get(0).isBlank() || !lines.get(1).isBlank()) {
            throw new InvalidCatalogue(file + ":1: a template is a title, an empty line and a body");
        }
        return new Template(
                lines.get(0), String.join("\n", lines.subList(2, lines.size())).strip());
    }

    /** The words with these facts, which must be all the known ones. */
    public Filled fill(Map<String, String> facts) {
        return new Filled(fill(title, facts), fill(body, facts));
    }

    private static String fill(String text, Map<String, String> facts) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(facts.getOrDefault(place.group(1), "")));
    }

    private static void requireKnown(Path file, int number, String line, Set<String> known) {
        PLACE.matcher(line)
                .results()
                .map((MatchResult place) -> place.group(1))
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidCatalogue(
                            file + ":" + number + ": there is no {{" + name + "}}; known are " + new TreeSet<>(known));
                });
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidCatalogue(file + ": cannot be read: " + e, e);
        }
    }
}
