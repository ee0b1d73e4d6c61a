package io.flyball.bench.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What all commands of the benchmark have in common. */
public final class Bench {
    /** How figures are told. */
    public enum Form {
        TABLE,
        JSON
    }

    /** Work on surroundings that are gone afterwards. */
    public interface Work<T> {
        T on(Surroundings around) throws Exception;
    }

    /** Work in a folder that is gone afterwards. */
    public interface WorkIn<T> {
        T in(Path folder) throws Exception;
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "TABLE",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Form form = Form.TABLE;

    @Option(names = "--jvm", description = "An option more for the orchestrator's JVM; may be repeated.")
    private List<String> jvm = List.of();

    @Option(names = "--property", description = "A property for the orchestrator, name=value; may be repeated.")
    private List<String> properties = List.of();

    @Option(names = "--class-path", defaultValue = "", description = "Another build of the orchestrator.")
    private String classPath = "";

    @Option(names = "--home", hidden = true, description = "The built project.")
    private Path home = Path.of(System.getenv().getOrDefault("FLYBALL_HOME", "."));

    /** The built project. */
    public Home home() {
        return new Home(home);
    }

    /** How the orchestrator is to be started. */
    public OrchestratorOptions orchestrator() {
        return OrchestratorOptions.with(
                jvm, properties.stream().map(property -> "--" + property).toList(), classPath);
    }

    /** Does the work on neighbours of its own, and takes everything away. */
    public <T> T with(Work<T> work) throws Exception {
        return inFolder(folder -> {
            try (var around = Surroundings.start(home(), folder)) {
                return work.on(around);
            }
        });
    }

    /** Does the work in a folder of its own, and takes it away. */
    public <T> T inFolder(WorkIn<T> work) throws Exception {
        Path folder = Files.createTempDirectory("flyball-bench");
        try {
            return work.in(folder);
        } finally {
            delete(folder);
        }
    }

    /** Prints the report in the wanted form. */
    public void print(PrintStream out, Object report, List<String> table) {
        switch (form) {
            case TABLE -> table.forEach(out::println);
            case JSON -> out.println(JSON.writeValueAsString(report));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
