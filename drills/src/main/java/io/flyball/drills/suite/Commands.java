package io.flyball.drills.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that start services. */
record Commands(SuiteSettings settings, Nearby nearby) {
    private static final int MEGABYTES = 192;

    /**
     * One service.
     *
     * @param build whose classes it has
     * @param name the service's, or another one for a second of its kind
     * @param consoleUrl where links lead to
     */
    List<String> of(Built build, Service service, String name, int port, String consoleUrl) {
        List<String> command = new ArrayList<>(java());
        if (settings.agent()) {
            command.addAll(agent(name));
        }
        command.addAll(List.of("-cp", build.classPath(service), service.mainClass()));
        command.addAll(List.of(
                "--server.port=" + port,
                "--flyball.connection.kafka=" + nearby.bootstrapServers(),
                "--flyball.connection.registry=" + nearby.registry(),
                "--flyball.connection.redis=" + nearby.redis(),
                "--flyball.catalogue.directory=" + settings.catalogue(build),
                "--flyball.security.token-file=" + settings.token()));
        command.addAll(own(service, name, consoleUrl));
        command.addAll(settings.site().options(service));
        return List.copyOf(command);
    }

    private List<String> own(Service service, String name, String consoleUrl) {
        Path state = settings.folder().resolve("streams").resolve(name);
        return switch (service) {
            case CONSOLE -> List.of("--flyball.ingress.rate.per-second=10000");
            case ORCHESTRATOR ->
                List.of(
                        // The one agent opens more runs than a loop would; its cap of open runs stays, so that some
                        // queue.
                        "--flyball.orchestrator.admission.runs-per-hour=1000000",
                        "--flyball.orchestrator.streams.state-directory=" + state,
                        "--flyball.orchestrator.audit.checkpoint-file="
                                + settings.folder().resolve("checkpoints.jsonl"),
                        "--flyball.orchestrator.audit.key-file="
                                + settings.folder().resolve("checkpoint.key"),
                        "--flyball.orchestrator.console-url=" + consoleUrl);
            case PLANNER -> List.of("--flyball.planner.mode=runbook");
            case GOVERNOR ->
                List.of(
                        // People, who have five minutes for an answer, are not what a drill takes away.
                        "--flyball.governor.approval.timeout=1h",
                        "--flyball.governor.grants.key-file=" + grants().resolve("signing.key"),
                        "--flyball.governor.grants.public-keys-file=" + grants().resolve("verifying.keys"),
                        "--flyball.governor.streams.state-directory=" + state);
            case TOOL_EXECUTOR ->
                List.of(
                        "--flyball.executor.grants.public-keys-file=" + grants().resolve("verifying.keys"),
                        "--flyball.executor.commands.scratch="
                                + settings.folder().resolve("scratch"),
                        "--flyball.executor.trash.home=" + settings.folder());
            case COST_LEDGER -> List.of("--flyball.cost-ledger.streams.state-directory=" + state);
            case NOTIFIER ->
                List.of(
                        "--flyball.notifier.streams.state-directory=" + state,
                        "--flyball.notifier.console-url=" + consoleUrl);
        };
    }

    private Path grants() {
        return settings.folder().resolve("grants");
    }

    /** Quick to start rather than quick for long: most of these processes are killed soon. */
    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                "-Dorg.apache.avro.specific.use_custom_coders=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private List<String> agent(String name) {
        return List.of(
                "-javaagent:" + settings.built().agent(),
                "-Dotel.service.name=" + name,
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none");
    }
}
