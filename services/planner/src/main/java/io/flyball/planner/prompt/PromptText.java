package io.flyball.planner.prompt;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A prompt file. What is put in place of a placeholder is never read as a placeholder again. */
record PromptText(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");

    /**
     * Reads a part from that file.
     *
     * @throws InvalidCatalogue if it is not there or has a placeholder that the part does not know, naming file and line
     */
    static PromptText read(Path file, PromptPart part) {
        try {
            String text = Files.readString(file);
            PLACEHOLDER
                    .matcher(text)
                    .results()
                    .filter(found -> !part.knows(found.group(1)))
                    .findFirst()
                    .ifPresent(found -> {
                        throw new InvalidCatalogue(
                                file + ":" + line(text, found) + ": unknown placeholder " + found.group());
                    });
            return new PromptText(text);
        } catch (NoSuchFileException e) {
            throw new InvalidCatalogue(file + ": this part of the prompt is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long line(String text, MatchResult found) {
        return text.substring(0, found.start()).lines().count();
    }

    String with(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
