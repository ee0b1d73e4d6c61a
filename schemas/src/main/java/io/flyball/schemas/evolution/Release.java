package io.flyball.schemas.evolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;

/**
 * The records as they were released once; topics may hold data written with any release.
 *
 * @param version 1 for the first
 * @param records the schemas by the record's simple name
 */
public record Release(int version, SortedMap<String, Schema> records) {

    /**
     * Reads all releases.
     *
     * @param folder holds one folder for each release, named by its version
     * @return oldest first
     */
    public static List<Release> readAll(Path folder) {
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(Release::read)
                    .sorted(Comparator.comparing(Release::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeTo(Path folder) {
        records.forEach((name, schema) -> write(folder.resolve(Integer.toString(version)), name, schema));
    }

    private static Release read(Path folder) {
        SortedMap<String, Schema> records = new TreeMap<>();
        for (Path file : SchemaFiles.filesBelow(folder, ".avsc")) {
            records.put(file.getFileName().toString().replace(".avsc", ""), parse(file));
        }
        return new Release(Integer.parseInt(folder.getFileName().toString()), records);
    }

    private static Schema parse(Path file) {
        try {
            return SchemaParser.parseSingle(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, Schema schema) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".avsc"), SchemaFormatter.format("json/pretty", schema) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
