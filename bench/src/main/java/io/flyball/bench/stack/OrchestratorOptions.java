package io.flyball.bench.stack;

import java.util.ArrayList;
import java.util.List;

/**
 * How the orchestrator is started.
 *
 * @param jvm options of its JVM
 * @param arguments its properties beside those that connect it, as {@code --name=value}
 * @param classPath another build of it; empty for the project's own
 */
public record OrchestratorOptions(List<String> jvm, List<String> arguments, String classPath) {
    /** As `flyball up --processes` starts a service, with more memory, because all past runs are of the last minutes. */
    private static final List<String> USUAL = List.of(
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
            "-Dorg.apache.avro.specific.use_custom_coders=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public OrchestratorOptions {
        jvm = List.copyOf(jvm);
        arguments = List.copyOf(arguments);
    }

    /** The usual options and more. */
    public static OrchestratorOptions with(List<String> jvm, List<String> arguments, String classPath) {
        List<String> all = new ArrayList<>(USUAL);
        all.addAll(jvm);
        return new OrchestratorOptions(all, arguments, classPath);
    }

    /** These and more options of the JVM. */
    public OrchestratorOptions and(List<String> more) {
        List<String> all = new ArrayList<>(jvm);
        all.addAll(more);
        return new OrchestratorOptions(all, arguments, classPath);
    }
}
