package io.flyball.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every fact of the table of causes, to make random cases of. */
final class ShippedWords {
    static final String KNOWN = "process=till port=90 redis_memory=0 redis_policy=noeviction folder=/srv queue=orders";

    private ShippedWords() {}

    static List<String> all() {
        try {
            return ShippedCausesTest.rows().stream()
                    .flatMap(row -> Stream.of(row.supports(), row.refutes()))
                    .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
