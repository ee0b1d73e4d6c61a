package io.flyball.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Redis Sentinel, which watches a master and makes another one when it is gone. It keeps what it knows in its own file. */
record SentinelRecipe(RedisRecipe server, int firstMaster) implements Recipe {
    /** The name that sentinels and clients have for the master. */
    static final String MASTER = "flyball";

    private static final String FILE = """
            bind 127.0.0.1
            port %d
            dir "%s"
            sentinel monitor %s 127.0.0.1 %d 2
            sentinel down-after-milliseconds %3$s 2000
            sentinel failover-timeout %3$s 10000
            sentinel parallel-syncs %3$s 2
            """;

    @Override
    public NeighbourSettings settings() {
        return server.settings();
    }

    @Override
    public NeighbourKind kind() {
        return NeighbourKind.REDIS;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public List<Integer> ports() {
        return server.ports();
    }

    @Override
    public void prepare(Path log) throws IOException {
        server.prepare(log);
        if (!Files.exists(file())) {
            Files.writeString(file(), FILE.formatted(server.port(), file().getParent(), MASTER, firstMaster));
        }
    }

    @Override
    public List<String> command() throws IOException {
        return List.of(server.executable().toString(), file().toString(), "--sentinel");
    }

    /** It is of use once it knows enough others to agree with. */
    @Override
    public Answer ask() throws IOException {
        var answer = RedisLine.ask(url(), "SENTINEL CKQUORUM " + MASTER);
        return answer.startsWith("+OK") ? new Answer.Ready() : new Answer.NotYet(answer);
    }

    private Path file() {
        return settings().data().resolve(name()).resolve("sentinel.conf");
    }
}
