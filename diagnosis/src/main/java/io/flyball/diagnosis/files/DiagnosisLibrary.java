package io.flyball.diagnosis.files;

import io.flyball.diagnosis.Cause;
import io.flyball.diagnosis.InvalidFile;
import io.flyball.diagnosis.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All probes and causes of a catalogue. */
public record DiagnosisLibrary(List<Probe> probes, List<Cause> causes) {
    /** Nothing is known: nobody is diagnosed. */
    public static final DiagnosisLibrary NONE = new DiagnosisLibrary(List.of(), List.of());

    /** Facts that come with the run and that no probe sees. */
    public static final Set<String> TOLD = Set.of(
            "alert.name", "alert.says", "alert.severity", "alert.of_container", "host.is_meant", "change.reported");

    public DiagnosisLibrary {
        probes = List.copyOf(probes);
        causes = List.copyOf(causes);
    }

    /**
     * Reads {@code probes/*.yaml} and {@code causes/*.yaml} below that folder; a file may hold several, with {@code ---} between.
     *
     * @throws InvalidFile if a file cannot be understood, naming file, line and reason
     */
    public static DiagnosisLibrary load(Path catalogue) {
        Map<String, String> places = new HashMap<>();
        List<Probe> probes = all(catalogue.resolve("probes"), ProbeReader::probe, Probe::name, places);
        List<Cause> causes = all(catalogue.resolve("causes"), CauseReader::cause, Cause::name, places);
        new LibraryCheck(probes, causes, places).check();
        return new DiagnosisLibrary(probes, causes);
    }

    private static <T> List<T> all(
            Path folder, Function<Node, T> reader, Function<T, String> name, Map<String, String> places) {
        List<T> read = new ArrayList<>();
        for (Path file : files(folder)) {
            for (Node node : Node.read(file)) {
                T one = reader.apply(node);
                String other = places.put(folder.getFileName() + "/" + name.apply(one), node.place());
                if (other != null) {
                    throw node.wrong("the name " + name.apply(one) + " is taken by " + other);
                }
                read.add(one);
            }
        }
        return read;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is anything to diagnose by. */
    public boolean isEmpty() {
        return probes.isEmpty() || causes.isEmpty();
    }
}
