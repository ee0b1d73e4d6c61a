package io.flyball.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a folder of YAML files into records; unknown keys and missing ones are errors with file and line. */
public final class YamlFolder {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private YamlFolder() {}

    /**
     * One record per file, in order of the file names.
     *
     * @param name what must be unique among them
     * @throws InvalidCatalogue if a file cannot be understood or two have one name
     */
    public static <T> List<T> read(Path folder, Class<T> type, Function<T, String> name) {
        Map<String, Path> seen = new HashMap<>();
        List<T> records = new ArrayList<>();
        for (Path file : files(folder)) {
            T record = readFile(file, type);
            Path other = seen.put(name.apply(record), file);
            if (other != null) {
                throw new InvalidCatalogue(file + ": the name " + name.apply(record) + " is taken by " + other);
            }
            records.add(record);
        }
        return List.copyOf(records);
    }

    /**
     * One file as a record.
     *
     * @throws InvalidCatalogue if it cannot be understood
     */
    public static <T> T readFile(Path file, Class<T> type) {
        try {
            T record = YAML.readValue(file.toFile(), type);
            if (record == null) {
                throw new InvalidCatalogue(file + ": is empty");
            }
            return record;
        } catch (JacksonException e) {
            throw new InvalidCatalogue(file + ":" + line(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The parser reads ahead, so the place of its current token says it better than where it has got to. */
    private static int line(JacksonException failure) {
        TokenStreamLocation location = failure.processor() instanceof JsonParser parser
                ? parser.currentTokenLocation()
                : failure.getLocation();
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidCatalogue(folder + ": no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
