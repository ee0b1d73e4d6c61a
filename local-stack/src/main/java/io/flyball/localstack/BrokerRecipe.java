package io.flyball.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A Kafka broker that is a controller too: the only one, or one of a cluster. */
record BrokerRecipe(NeighbourSettings settings, BrokerNode node) implements Recipe {

    private static final int HEAP_MEGABYTES = 256;

    /** The only one. */
    BrokerRecipe(NeighbourSettings settings) {
        this(settings, BrokerNode.alone(settings.ports()));
    }

    @Override
    public NeighbourKind kind() {
        return NeighbourKind.BROKER;
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public List<Integer> ports() {
        return List.of(node.port(), node.controllerPort());
    }

    @Override
    public URI url() {
        return URI.create("kafka://127.0.0.1:" + node.port());
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
        return node.filledIn(template).replace("{data}", data().toString());
    }

    private void format(Path log) throws IOException, InterruptedException {
        var command = java(
                List.of(),
                List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        node.clusterId(),
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
        return settings.data().resolve(name());
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
