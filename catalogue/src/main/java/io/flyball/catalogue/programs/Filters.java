package io.flyball.catalogue.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs that may read what another one writes: those for which it is only text. */
final class Filters {
    private static final Set<String> NAMES = read();

    private Filters() {}

    static boolean has(String program) {
        return NAMES.contains(program);
    }

    static Set<String> names() {
        return NAMES;
    }

    private static Set<String> read() {
        try (InputStream in = Filters.class.getResourceAsStream("/programs/filters.txt")) {
            String text = new String(
                    Objects.requireNonNull(in, "filters.txt is not packaged").readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> !word.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
