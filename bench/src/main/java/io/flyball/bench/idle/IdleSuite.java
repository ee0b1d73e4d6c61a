package io.flyball.bench.idle;

import io.flyball.bench.stack.NotMeasurable;
import io.flyball.bench.stack.ProcessFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The processes of a suite that is up, and what can be asked of each. */
final class IdleSuite implements AutoCloseable {
    private final Map<String, Long> processes;
    private final List<JvmCounters> jvms = new ArrayList<>();
    private final Map<String, JvmCounters> clients = new LinkedHashMap<>();
    private final JvmCounters broker;
    private final RedisCounter redis;

    private IdleSuite(Map<String, Long> processes, RedisCounter redis) {
        this.processes = processes;
        this.redis = redis;
        this.broker = counters(processes.getOrDefault("broker", 0L));
        processes.forEach((name, pid) -> {
            if (name.startsWith("services") || name.startsWith("service ")) {
                clients.put(name, counters(pid));
            }
        });
    }

    /**
     * The suite whose data are in that folder.
     *
     * @throws NotMeasurable if it is not up
     */
    static IdleSuite in(Path data) throws IOException {
        Path file = data.resolve("stack.json");
        if (!Files.exists(file)) {
            throw new NotMeasurable(data + " has no suite that is up: flyball up -d --data-dir=" + data);
        }
        JsonNode stack = new JsonMapper().readTree(Files.readString(file));
        return new IdleSuite(processes(stack), RedisCounter.at(url(stack, "redis")));
    }

    /** Services that share a process are one. */
    static Map<String, Long> processes(JsonNode stack) {
        Map<String, Long> processes = new LinkedHashMap<>();
        boolean shared = "one-jvm".equals(stack.path("mode").asString(""));
        stack.path("neighbours")
                .forEach(part -> processes.put(
                        part.path("name").asString(""), part.path("pid").asLong()));
        stack.path("services")
                .forEach(part -> processes.put(
                        shared ? "services" : "service " + part.path("name").asString(""),
                        part.path("pid").asLong()));
        processes.put("supervisor", stack.path("pid").asLong());
        return processes;
    }

    private static String url(JsonNode stack, String neighbour) {
        return stack.path("neighbours")
                .valueStream()
                .filter(part -> neighbour.equals(part.path("name").asString("")))
                .map(part -> part.path("url").asString(""))
                .findFirst()
                .orElseThrow(() -> new NotMeasurable("the suite has no " + neighbour));
    }

    private JvmCounters counters(long pid) {
        JvmCounters counters = JvmCounters.of(pid);
        jvms.add(counters);
        return counters;
    }

    Counts counts() {
        Map<String, Counts.OfProcess> used = new LinkedHashMap<>();
        processes.forEach((name, pid) ->
                used.put(name, new Counts.OfProcess(ProcessFigures.cpu(pid).toNanos(), ProcessFigures.sleeps(pid))));
        Map<String, Long> asked = new LinkedHashMap<>();
        clients.forEach((process, jvm) ->
                jvm.requestsByClient().forEach((client, count) -> asked.put(process + ": " + client, count)));
        return new Counts(System.nanoTime(), used, broker.requestsByKind(), asked, redis.commands());
    }

    /** Processor time of all its processes so far. */
    Duration cpu() {
        return processes.values().stream().map(ProcessFigures::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        jvms.forEach(JvmCounters::close);
        redis.close();
    }
}
