package io.flyball.localstack;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** Redis: the machine's own, or else the one that a library carries. */
record RedisRecipe(NeighbourSettings settings) implements Recipe {

    @Override
    public NeighbourKind kind() {
        return NeighbourKind.REDIS;
    }

    @Override
    public URI url() {
        return URI.create("redis://127.0.0.1:" + settings.ports().redis());
    }

    @Override
    public void prepare(Path log) throws IOException {
        Files.createDirectories(home());
    }

    @Override
    public List<String> command() throws IOException {
        return List.of(
                executable().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(settings.ports().redis()),
                "--dir",
                home().toString(),
                "--save",
                "",
                "--appendonly",
                settings.durable() ? "yes" : "no",
                // Whoever watches a key need not look at it four times a second.
                "--notify-keyspace-events",
                "K$gx");
    }

    private Path executable() throws IOException {
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
            return "+PONG".equals(answer) ? new Answer.Ready() : new Answer.NotYet("PING was answered by " + answer);
        }
    }

    private static String beginning(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes("+PONG".length()), StandardCharsets.US_ASCII);
    }

    private Path home() {
        return settings.data().resolve("redis");
    }
}
