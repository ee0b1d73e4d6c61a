package io.flyball.platform.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;

/** The longest text of a record, by the path of its field. */
final class LargestPart {
    private static final int LONGEST_PATH = 200;

    private LargestPart() {}

    private record Part(String path, int length) {}

    /** For people, as {@code annotations.description with 900000 characters}; empty if there is no text. */
    static String of(Object record) {
        return parts("", record)
                .max(Comparator.comparingInt(Part::length))
                .map(part -> Portions.text(part.path(), LONGEST_PATH) + " with " + part.length() + " characters")
                .orElse("");
    }

    private static Stream<Part> parts(String path, Object value) {
        return switch (value) {
            case IndexedRecord record ->
                record.getSchema().getFields().stream()
                        .filter(field -> record.get(field.pos()) != null)
                        .flatMap(field -> parts(join(path, field.name()), record.get(field.pos())));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> parts(join(path, String.valueOf(entry.getKey())), entry.getValue()));
            case List<?> list ->
                IntStream.range(0, list.size()).boxed().flatMap(i -> parts(join(path, String.valueOf(i)), list.get(i)));
            case CharSequence text -> Stream.of(new Part(path, text.length()));
            default -> Stream.empty();
        };
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
