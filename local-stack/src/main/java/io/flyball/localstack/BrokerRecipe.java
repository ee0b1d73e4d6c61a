package io.flyball.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;

/** A single-node Kafka broker that is its own controller. */
record BrokerRecipe(NeighbourSettings settings) implements Recipe {

    private static final int HEAP_MEGABYTES = 256;

    @Override
    public NeighbourKind kind() {
        return NeighbourKind.BROKER;
    }

    @Override
    public URI url() {
        return URI.create("kafka://127.0.0.1:" + settings.ports().broker());
    }

    @Override
    public void prepare(Path log) throws IOException, InterruptedException {
        Files.createDirectories(home());
        Files.writeString(logging(), Template.text("broker-log4j2.xml"));
        Files.writeString(properties(), filledIn(Template.text("broker.properties")));
        if (!Files.exists(data().resolve("meta.properties"))) {
            format(log);
        }
    }

    private String filledIn(String template) {
        return template.replace("{brokerPort}", String.valueOf(settings.ports().broker()))
                .replace("{controllerPort}", String.valueOf(settings.ports().controller()))
                .replace("{data}", data().toString());
    }

    private void format(Path log) throws IOException, InterruptedException {
        var clusterId = Uuid.randomUuid().toString();
        var command = java(
                List.of(),
                List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        clusterId,
                        "--config",
                        properties().toString()));
        var exitCode = Child.start(command, settings.installation(), log).awaitExitCode();
        if (exitCode != 0) {
            throw new NeighbourFailed(
                    "broker: formatting %s failed with exit code %d.%n%s".formatted(data(), exitCode, LogTail.of(log)));
        }
    }

    @Override
    public List<String> command() throws IOException {
        return java(remembered().options(), List.of("kafka.Kafka", properties().toString()));
    }

    /** One of a test's short life is started from the same file, but makes none. */
    private RememberedClasses remembered() {
        var file = settings.installation().resolveSibling("broker.aot");
        return settings.durable() ? RememberedClasses.in(file) : new RememberedClasses(file, false);
    }

    @Override
    public Duration grace() {
        return RememberedClasses.grace(Recipe.super.grace());
    }

    @Override
    public Answer ask() throws Exception {
        return BrokerProbe.ask(url().getAuthority());
    }

    /**
     * A broker that lives on with its data is worth compiling well: 930 transactions per second and half the processor
     * time, against 450 when compiled quickly. In a test's short life it is the other way round.
     */
    private List<String> java(List<String> options, List<String> program) throws IOException {
        var arguments = new ArrayList<>(options);
        if (!settings.durable()) {
            arguments.add(JavaCommand.COMPILE_QUICKLY);
        }
        arguments.addAll(List.of(
                "-Dlog4j2.configurationFile=" + logging(),
                "-cp",
                new Installation(settings.installation()).brokerClasspath()));
        arguments.addAll(program);
        return JavaCommand.of(settings.java(), kind(), HEAP_MEGABYTES, arguments);
    }

    private Path home() {
        return settings.data().resolve("broker");
    }

    private Path data() {
        return home().resolve("data");
    }

    private Path properties() {
        return home().resolve("broker.properties");
    }

    private Path logging() {
        return home().resolve("log4j2.xml");
    }
}
