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
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a folder of YAML files into records; unknown keys and missing ones are errors with file and line. */
public final class YamlFolder {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // A fraction must not be cut off without a word.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
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
            throw new InvalidCatalogue(file + ":" + line(file, e) + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Records are made when their last key has been read, so a key that nobody knows is looked up in the text. */
    private static int line(Path file, JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return lineOfKey(file, unknown.getPropertyName());
        }
        TokenStreamLocation location = failure.getLocation();
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    private static int lineOfKey(Path file, String key) {
        try {
            List<String> lines = Files.readAllLines(file);
            return 1
                    + IntStream.range(0, lines.size())
                            .filter(i -> lines.get(i).matches(".*(?<![\\w-])" + Pattern.quote(key) + "\"?\\s*:.*"))
                            .findFirst()
                            .orElse(0);
        } catch (IOException _) {
            return 1;
        }
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
