package io.flyball.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three Redis servers, of which one is the master, and three sentinels that make another one master when it is gone. A master without a
 * replica that hears it takes no writes, so that one that was cut off does not go on beside its successor.
 */
public final class RedisGroup implements AutoCloseable {
    private static final int SIZE = 3;
    private static final List<String> CAREFUL =
            List.of("--min-replicas-to-write", "1", "--min-replicas-max-lag", "3", "--repl-diskless-sync-delay", "0");

    private final List<ProcessNeighbour> servers;
    private final List<ProcessNeighbour> sentinels;

    private RedisGroup(NeighbourSettings settings, List<Integer> serverPorts, List<Integer> sentinelPorts) {
        servers = processes(
                i -> new RedisRecipe(settings, "redis-" + (i + 1), serverPorts.get(i), options(serverPorts, i)));
        sentinels = processes(i -> new SentinelRecipe(
                new RedisRecipe(settings, "sentinel-" + (i + 1), sentinelPorts.get(i), List.of()),
                serverPorts.getFirst()));
    }

    private static List<String> options(List<Integer> ports, int index) {
        List<String> options = new ArrayList<>(CAREFUL);
        if (index > 0) {
            options.addAll(List.of(RedisRecipe.FOLLOW, "127.0.0.1 " + ports.getFirst()));
        }
        return options;
    }

    private static List<ProcessNeighbour> processes(IntFunction<Recipe> recipe) {
        return IntStream.range(0, SIZE)
                .mapToObj(recipe)
                .map(ProcessNeighbour::of)
                .toList();
    }

    /** On free ports. */
    public static RedisGroup start(NeighbourSettings settings) {
        List<Integer> ports = FreePorts.find(2 * SIZE);
        return start(settings, ports.subList(0, SIZE), ports.subList(SIZE, 2 * SIZE));
    }

    /**
     * Returns when the sentinels agree who is master, and both replicas have its data.
     *
     * @throws NeighbourFailed when one does not come up; those that did are ended again
     */
    public static RedisGroup start(NeighbourSettings settings, List<Integer> serverPorts, List<Integer> sentinelPorts) {
        RedisGroup group = new RedisGroup(settings, serverPorts, sentinelPorts);
        try {
            StartedTogether.start(group.servers);
            StartedTogether.start(group.sentinels);
            return group;
        } catch (RuntimeException failed) {
            group.close();
            throw failed;
        }
    }

    /** For clients: {@code redis-sentinel://host:port,host:port,host:port/0#flyball}. */
    public URI url() {
        return URI.create("redis-sentinel://"
                + sentinels.stream().map(one -> one.url().getAuthority()).collect(Collectors.joining(","))
                + "/0#" + SentinelRecipe.MASTER);
    }

    public List<Neighbour> servers() {
        return List.copyOf(servers);
    }

    public List<Neighbour> sentinels() {
        return List.copyOf(sentinels);
    }

    /** The server that the first sentinel alive takes for the master. */
    public Neighbour master() {
        URI sentinel = sentinels.stream()
                .filter(ProcessNeighbour::alive)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sentinel runs"))
                .url();
        String port = masterPort(sentinel);
        return servers.stream()
                .filter(server -> String.valueOf(server.url().getPort()).equals(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server of ours has port " + port));
    }

    /** Those that the sentinels do not take for the master. */
    public List<Neighbour> replicas() {
        Neighbour master = master();
        return servers().stream().filter(server -> server != master).toList();
    }

    /**
     * Takes the replicas away from the master, which takes writes nevertheless: they die with it. The caller ends it, and lets the
     * replicas go on ({@link Neighbour#resumeProcess}).
     */
    public void letNextWritesDieWithTheMaster() {
        URI master = master().url();
        replicas().forEach(Neighbour::suspend);
        try {
            RedisLine.ask(master, "CONFIG SET min-replicas-to-write 0");
            // What stands in a suspended process's socket would be read after all.
            RedisLine.ask(master, "CLIENT KILL TYPE replica");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its answer is a list of address and port, each behind a line with its length. */
    private static String masterPort(URI sentinel) {
        try {
            return RedisLine.ask(sentinel, "SENTINEL GET-MASTER-ADDR-BY-NAME " + SentinelRecipe.MASTER, 5)
                    .getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sentinels.forEach(ProcessNeighbour::stop);
        servers.forEach(ProcessNeighbour::stop);
    }
}
