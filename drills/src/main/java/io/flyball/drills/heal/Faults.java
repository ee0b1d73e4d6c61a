package io.flyball.drills.heal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Folders of faults below one folder. */
record Faults(Path folder) {
    private static final String FILE = "fault.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Those of that name, or all, in an order that follows from the seed.
     *
     * @throws IllegalArgumentException if one is not there or cannot be understood, naming its file
     */
    List<Fault> named(List<String> names, long seed) {
        List<Fault> faults = new ArrayList<>();
        for (String name : names.equals(List.of("all")) ? all() : names) {
            faults.add(read(name));
        }
        Collections.shuffle(faults, new Random(seed));
        return faults;
    }

    private List<String> all() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(each -> Files.exists(each.resolve(FILE)))
                    .map(each -> Objects.requireNonNull(each.getFileName()).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Fault read(String name) {
        Path file = folder.resolve(name).resolve(FILE);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "there is no fault " + name + " in " + folder + "; there are " + String.join(", ", all()));
        }
        try {
            Fault fault = YAML.readValue(file.toFile(), Fault.class);
            if (fault == null) {
                throw new IllegalArgumentException(file + ": it is empty");
            }
            if (!fault.name().equals(name)) {
                throw new IllegalArgumentException(file + ": its name is that of its folder, not " + fault.name());
            }
            if (fault.alert() == null && !Files.exists(folder.resolve(name).resolve("alert.json"))) {
                throw new IllegalArgumentException(file + ": it has no alert, and there is no alert.json beside it");
            }
            return fault;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage(), e);
        }
    }
}
