package io.flyball.catalogue.programs;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The grammars of all programs that are known: those that come with Flyball, and those in the catalogue's folder. */
public final class ProgramGrammars {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<LinkedHashMap<String, ProgramFile>> PROGRAMS = new TypeReference<>() {};
    private static final List<String> SHIPPED =
            List.of("files", "texts", "system", "network", "services", "kubernetes", "containers", "data");
    private static final ProgramGrammars BUILT_IN = new ProgramGrammars(shipped());

    private final Map<String, Grammar> programs;

    private ProgramGrammars(Map<String, Grammar> programs) {
        this.programs = Map.copyOf(programs);
    }

    /** Those that come with Flyball. */
    public static ProgramGrammars builtIn() {
        return BUILT_IN;
    }

    /**
     * Those and the ones in the folder's {@code *.yaml}, which win; the folder need not exist.
     *
     * @throws InvalidCatalogue if a file cannot be understood, with file and reason
     */
    public static ProgramGrammars with(Path folder) {
        Map<String, Grammar> programs = new HashMap<>(BUILT_IN.programs);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(file -> programs.putAll(read(file.toString(), content(file))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ProgramGrammars(programs);
    }

    /** The programs that are known, for messages and tests. */
    public List<String> names() {
        return programs.keySet().stream().sorted().toList();
    }

    Optional<Grammar> of(String program) {
        return Optional.ofNullable(programs.get(program));
    }

    private static Map<String, Grammar> shipped() {
        Map<String, Grammar> programs = new HashMap<>();
        SHIPPED.forEach(name -> programs.putAll(read(name + ".yaml", resource("/programs/" + name + ".yaml"))));
        return programs;
    }

    private static Map<String, Grammar> read(String file, String yaml) {
        Map<String, Grammar> programs = new HashMap<>();
        try {
            YAML.readValue(yaml, PROGRAMS).forEach((names, program) -> {
                Grammar grammar = Grammar.of(program);
                names(names).forEach(name -> programs.put(name, grammar));
            });
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InvalidCatalogue(file + ": " + e.getMessage(), e);
        }
        return programs;
    }

    /** A key may name several that are alike, with commas between them. */
    static List<String> names(String key) {
        return Stream.of(key.split(",")).map(String::strip).toList();
    }

    private static String resource(String name) {
        try (InputStream in = ProgramGrammars.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is not packaged").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
