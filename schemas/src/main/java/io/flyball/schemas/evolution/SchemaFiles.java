package io.flyball.schemas.evolution;

import static java.util.stream.Collectors.toMap;

import io.flyball.schemas.Topic;
import io.flyball.schemas.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/**
 * The schemas as people write them in {@code src/main/avro}. Those of the generated classes say the same, but also how
 * Java reads a string, which is nobody else's business.
 */
public final class SchemaFiles {

    private SchemaFiles() {}

    /**
     * The schema of each topic's record, with every type it names inside it.
     *
     * @param schemas the folder of this module
     * @return by the record's simple name, in the order of names
     * @throws IllegalArgumentException if a topic's record has no file
     */
    public static SortedMap<String, Schema> topicRecords(Path schemas, TopicCatalogue catalogue) {
        Map<String, Schema> all = all(schemas.resolve("src/main/avro"));
        SortedMap<String, Schema> records = new TreeMap<>();
        for (Topic topic : catalogue.topics()) {
            Schema schema = all.get(topic.record());
            if (schema == null) {
                throw new IllegalArgumentException(topic.name() + ": no file declares its record " + topic.record());
            }
            records.put(topic.record(), schema);
        }
        return records;
    }

    /** Every type that a file below the folder declares, by its simple name. */
    static Map<String, Schema> all(Path avro) {
        SchemaParser parser = new SchemaParser();
        for (Path file : filesBelow(avro, ".avsc")) {
            parse(parser, file);
        }
        return parser.getParsedNamedSchemas().stream().collect(toMap(Schema::getName, Function.identity()));
    }

    static List<Path> filesBelow(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void parse(SchemaParser parser, Path file) {
        try {
            parser.parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
