package io.flyball.localstack;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * Redis: the machine's own, or else the one that a library carries.
 *
 * @param name of the process, its log and its folder
 * @param more options that only this one has
 */
record RedisRecipe(NeighbourSettings settings, String name, int port, List<String> more) implements Recipe {

    static final String FOLLOW = "--replicaof";
    private static final String LINK = "master_link_status:up";
    private static final int LINES_OF_LINK = 8;

    /** The only one. */
    RedisRecipe(NeighbourSettings settings) {
        this(settings, NeighbourKind.REDIS.label(), settings.ports().redis(), List.of());
    }

    @Override
    public NeighbourKind kind() {
        return NeighbourKind.REDIS;
    }

    @Override
    public URI url() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare(Path log) throws IOException {
        Files.createDirectories(home());
    }

    @Override
    public List<String> command() throws IOException {
        var command = new ArrayList<>(List.of(
                executable().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--dir",
                home().toString(),
                "--save",
                "",
                "--appendonly",
                settings.durable() ? "yes" : "no",
                // Whoever watches a key need not look at it four times a second.
                "--notify-keyspace-events",
                "K$gx"));
        command.addAll(more);
        return command;
    }

    Path executable() throws IOException {
        var installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
        return installed.isPresent() ? installed.get() : carried();
    }

    Path carried() throws IOException {
        return ExecutableProvider.newJarResourceProvider(home().toFile()).get().toPath();
    }

    /** While it still reads its data it answers -LOADING. */
    @Override
    public Answer ask() throws IOException {
        try (var socket = Loopback.connect(url())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = beginning(socket);
            return "+PONG".equals(answer) ? inStep() : new Answer.NotYet("PING was answered by " + answer);
        }
    }

    /** A replica is of use once it has what its master has. */
    private Answer inStep() throws IOException {
        return !more.contains(FOLLOW)
                        || RedisLine.ask(url(), "INFO replication", LINES_OF_LINK)
                                .contains(LINK)
                ? new Answer.Ready()
                : new Answer.NotYet("it has not yet what its master has");
    }

    private static String beginning(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes("+PONG".length()), StandardCharsets.US_ASCII);
    }

    private Path home() {
        return settings.data().resolve(name);
    }
}
