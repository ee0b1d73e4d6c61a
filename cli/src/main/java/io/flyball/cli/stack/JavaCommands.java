package io.flyball.cli.stack;

import io.flyball.localstack.RememberedClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that start services. */
record JavaCommands(ServiceSettings settings) {
    private static final int SUITE_MEGABYTES = 512;
    private static final int SERVICE_MEGABYTES = 160;

    /** What one run's path through a service consists of; all of the agent's other instrumentation stays off. */
    private static final List<String> INSTRUMENTED = List.of(
            "opentelemetry-api",
            "kafka",
            "spring-kafka",
            "lettuce",
            "netty",
            "reactor",
            "reactor-netty",
            "spring-webflux",
            "executors");

    /** Those services in one JVM. */
    List<String> together(List<SuiteService> services) {
        var command = java(SUITE_MEGABYTES);
        command.addAll(
                RememberedClasses.in(settings.installation().suiteClasses()).options());
        command.addAll(List.of(
                "-cp",
                settings.installation().suiteClassPath(),
                "io.flyball.suite.SuiteMain",
                settings.folder().logs().toString()));
        for (var service : services) {
            command.add(service.label());
            command.addAll(settings.of(service));
        }
        return command;
    }

    /** That service in a JVM of its own. */
    List<String> alone(SuiteService service) {
        var command = java(SERVICE_MEGABYTES);
        if (settings.options().tracing()) {
            command.addAll(agent(service));
        }
        command.addAll(List.of("-cp", settings.installation().classPath(service), service.mainClass()));
        command.addAll(settings.of(service));
        return command;
    }

    private static ArrayList<String> java(int megabytes) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                // Up in half the processor time: on a laptop that counts more than the last third of throughput.
                "-XX:TieredStopAtLevel=1",
                // One that limps on without memory is worse than one that is seen to have ended.
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.flyball.contract",
                "-Dorg.apache.avro.specific.use_custom_coders=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    }

    private List<String> agent(SuiteService service) {
        var flags = new ArrayList<>(List.of(
                "-javaagent:" + settings.installation().agent(),
                "-Dotel.service.name=" + service.label(),
                "-Dotel.traces.exporter=zipkin",
                "-Dotel.exporter.zipkin.endpoint=" + settings.tracingUrl() + "/api/v2/spans",
                "-Dotel.bsp.schedule.delay=500",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.instrumentation.common.default-enabled=false"));
        INSTRUMENTED.forEach(name -> flags.add("-Dotel.instrumentation." + name + ".enabled=true"));
        return flags;
    }
}
