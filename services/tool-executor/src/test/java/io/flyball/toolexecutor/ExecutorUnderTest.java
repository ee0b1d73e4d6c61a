package io.flyball.toolexecutor;

import io.flyball.contract.AuditFact;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.HaltReceipt;
import io.flyball.contract.Notification;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.contract.Usage;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopValue;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.topics.TopicProvisioner;
import io.flyball.platform.wire.RegistryWire;
import io.flyball.schemas.TopicCatalogue;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.ConfigurableApplicationContext;

/** The real executor between real neighbours; this sends calls and hears what comes of them. */
final class ExecutorUnderTest implements AutoCloseable {
    private static final Set<ToolStatus> UNDER_WAY = EnumSet.of(ToolStatus.STARTED, ToolStatus.WAITING);
    /** A secret that looks like none: no pattern would find it. */
    static final String CANARY = "plain-words-that-sing";

    static final String CLEAR = "{\"active\": false}";

    private final Queue<ToolResult> results = new ConcurrentLinkedQueue<>();
    private final Queue<AuditFact> audit = new ConcurrentLinkedQueue<>();
    private final Queue<HaltReceipt> receipts = new ConcurrentLinkedQueue<>();
    private final Queue<Usage> usage = new ConcurrentLinkedQueue<>();
    private final Queue<Notification> notices = new ConcurrentLinkedQueue<>();
    private final List<Consumer<ToolResult>> listeners = new CopyOnWriteArrayList<>();
    private final SharedNeighbours neighbours;
    private final Path folder;
    private final RegistryWire wire;
    private final Publisher publisher;
    private final Projection ears;
    private final Redis redis;
    private final Granting governor;

    ExecutorUnderTest(SharedNeighbours neighbours, Path folder) throws IOException {
        this.neighbours = neighbours;
        this.folder = folder;
        new TopicProvisioner(TopicCatalogue.load(), 1, 1).provision(neighbours.bootstrapServers());
        wire = new RegistryWire(URI.create(neighbours.registryUrl()));
        publisher = new Publisher(
                Publisher.producer(neighbours.bootstrapServers(), "orchestrator"),
                wire,
                new EventHeaders("orchestrator", new Telemetry(OpenTelemetry.noop())),
                Clock.systemUTC());
        redis = new Redis(new ConnectionProperties(
                neighbours.bootstrapServers(),
                URI.create(neighbours.registryUrl()),
                URI.create(neighbours.redisUrl()),
                Duration.ofSeconds(20),
                null));
        // What was just started may drop its first connection on a busy machine.
        Await.that("Redis takes a value")
                .ignoreExceptions()
                .until(() -> "OK".equals(redis.commands().set(StopValue.KEY, CLEAR)));
        ears = new Projection(neighbours.bootstrapServers(), "ears", wire)
                .on(new Subscription<>(Topics.TOOL_RESULTS, ToolResult.class, this::hear))
                .on(new Subscription<>(Topics.AUDIT_FACTS, AuditFact.class, audit::add))
                .on(new Subscription<>(Topics.NOTIFICATIONS, Notification.class, notices::add))
                .on(new Subscription<>(Topics.USAGE, Usage.class, usage::add))
                .on(new Subscription<>(Topics.HALT_RECEIPTS, HaltReceipt.class, receipts::add));
        ears.start();
        writeCatalogue();
        governor = new Granting(folder.resolve("catalogue"), folder.resolve("grants/verifying.keys"));
    }

    private void writeCatalogue() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("catalogue/tools"));
        try (Stream<Path> shipped = Files.list(Path.of("../../catalogue/tools"))) {
            for (Path tool : shipped.toList()) {
                Files.copy(tool, tools.resolve(tool.getFileName()));
            }
        }
        Files.writeString(
                tools.resolve("run_command.yaml"), "\ntimeout: PT8S\n", java.nio.file.StandardOpenOption.APPEND);
        Path agents = Files.createDirectories(folder.resolve("catalogue/agents"));
        Files.writeString(agents.resolve("tester.yaml"), """
                name: tester
                purpose: Tries the executor.
                tools: [run_command, read_file, write_file, http_request, health_check]
                commands:
                  - {argv: [date, "+%%s%%N"], effect: READ, operation: read}
                  - {argv: [echo, "**"], effect: READ, operation: read}
                  - {argv: [sort, "**"], effect: READ, operation: read}
                  - {argv: [grep, "**"], effect: READ, operation: read}
                  - {argv: [sleep, "*"], effect: READ, operation: read}
                  - {argv: ["false"], effect: READ, operation: read}
                  - {argv: [sh, -c, "echo $$ >> %1$s/pids; sleep 600 & (setsid sleep 600 &); wait"], effect: CHANGE, operation: wait, sandbox: {writable: ["%1$s"]}}
                  - {argv: [sh, -c, "echo once >> %1$s/once"], effect: CHANGE, operation: write, sandbox: {writable: ["%1$s"]}}
                  - {argv: [cat, "*"], effect: READ, operation: read, sandbox: {writable: ["%1$s"]}}
                  - {argv: [sh, -c, "mkdir %1$s/busy || echo overlap >> %1$s/overlaps; sleep 0.2; rmdir %1$s/busy; echo $FLYBALL_FENCE >> %1$s/fences"], effect: CHANGE, operation: write, sandbox: {writable: ["%1$s"]}}
                  - {argv: [sh, -c, "echo new > %1$s/files/state; echo stray > %1$s/files/stray"], effect: CHANGE, operation: write, observe: [cat, "%1$s/files/state"], sandbox: {writable: ["%1$s"]}}
                  - {argv: [sh, -c, "echo acted >> %1$s/acted"], effect: CHANGE, operation: write, observe: [sleep, "3"], sandbox: {writable: ["%1$s"]}}
                  - {argv: [env], effect: CHANGE, operation: write, observe: [touch, "%1$s/looked"], sandbox: {writable: ["%1$s"]}}
                  - {argv: [sh, -c, "echo $FLYBALL_RUN_ID $FLYBALL_ACTION_ID"], effect: READ, operation: read}
                  - {argv: [sh, -c, "echo is $CANARY"], effect: READ, operation: read, secrets: {CANARY: canary}}
                secrets:
                  - {name: canary, hosts: ["127.0.0.1:*"]}
                readableFiles: ["%1$s/files/**"]
                writableFiles: ["%1$s/files/**"]
                network: ["127.0.0.1:*"]
                """.formatted(folder));
        Files.createDirectories(folder.resolve("files"));
        Files.writeString(
                Files.createDirectories(folder.resolve("tool-secrets")).resolve("canary"), CANARY);
    }

    private void hear(ToolResult result) {
        results.add(result);
        listeners.forEach(listener -> listener.accept(result));
    }

    /** Hears every result from now on. */
    void onResult(Consumer<ToolResult> listener) {
        listeners.add(listener);
    }

    Path folder() {
        return folder;
    }

    /** Every record of every topic so far, as the bytes that were written. */
    List<byte[]> everything() {
        return EveryRecord.of(neighbours.bootstrapServers());
    }

    Redis redis() {
        return redis;
    }

    /** The arguments that make a service use these neighbours and this catalogue. */
    String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--flyball.connection.kafka=" + neighbours.bootstrapServers(),
                                "--flyball.connection.registry=" + neighbours.registryUrl(),
                                "--flyball.connection.redis=" + neighbours.redisUrl(),
                                "--flyball.security.token-file=" + folder.resolve("token"),
                                "--flyball.catalogue.directory=" + folder.resolve("catalogue"),
                                "--flyball.executor.grants.public-keys-file=" + governor.list(),
                                "--flyball.executor.commands.scratch=" + folder.resolve("scratch"),
                                "--flyball.executor.trash.home=" + folder,
                                "--flyball.executor.secrets.directory=" + folder.resolve("tool-secrets"),
                                "--flyball.executor.locks.lease=2s",
                                "--flyball.executor.lock=15s"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    ConfigurableApplicationContext start(String... more) {
        return ToolExecutorApplication.start(arguments(more));
    }

    Granting governor() {
        return governor;
    }

    /** Sends the call with the grant that it needs. */
    void send(ToolCall call) {
        sendAsItIs(governor.granted(call));
    }

    void sendAsItIs(ToolCall call) {
        send(Topics.TOOL_CALLS, call.getRunId(), call);
    }

    void cancel(String runId) {
        order(ControlKind.CANCEL, runId);
    }

    void order(ControlKind kind, String runId) {
        send(
                Topics.CONTROL,
                runId,
                ControlCommand.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .setTarget(runId)
                        .setKind(kind)
                        .setTenant("default")
                        .setReason("test")
                        .setBy("kim")
                        .setChannel("cli")
                        .setAt(Instant.now())
                        .build());
    }

    private void send(String topic, String key, SpecificRecord record) {
        publisher.send(topic, key, record).join();
    }

    /** How the call ended, once it has. */
    ToolResult ended(ToolCall call) {
        return Await.that(call.getTool() + " " + call.getArgumentsJson() + " has ended")
                .atMost(Duration.ofMinutes(3))
                .until(() -> endings(call).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    List<ToolResult> endings(ToolCall call) {
        return all(call).stream()
                .filter(result -> !UNDER_WAY.contains(result.getStatus()))
                .toList();
    }

    List<ToolResult> all(ToolCall call) {
        return results.stream()
                .filter(result -> result.getActionId().equals(call.getActionId()))
                .toList();
    }

    void awaitStarted(ToolCall call) {
        Await.that("it has started")
                .until(() -> all(call).stream().anyMatch(result -> result.getStatus() == ToolStatus.STARTED));
    }

    List<AuditFact> audit(String runId) {
        return audit.stream().filter(entry -> runId.equals(entry.getRunId())).toList();
    }

    List<Notification> notices() {
        return List.copyOf(notices);
    }

    List<Usage> usage(String runId) {
        return usage.stream().filter(used -> runId.equals(used.getRunId())).toList();
    }

    /** The first time that it says that it waits. */
    ToolResult awaitWaiting(ToolCall call) {
        return Await.that("it waits")
                .until(
                        () -> all(call).stream()
                                .filter(result -> result.getStatus() == ToolStatus.WAITING)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    void stop(String reason) {
        redis.commands().set(StopValue.KEY, "{\"active\":true,\"reason\":\"" + reason + "\"}");
    }

    void release() {
        redis.commands().set(StopValue.KEY, CLEAR);
    }

    /** An order about more than a run, on its topic alone. */
    void order(ControlKind kind, String target, String id) {
        send(
                Topics.CONTROL,
                target,
                ControlCommand.newBuilder()
                        .setId(id)
                        .setTarget(target)
                        .setKind(kind)
                        .setTenant("default")
                        .setReason("test")
                        .setBy("kim")
                        .setChannel("cli")
                        .setAt(Instant.now())
                        .build());
    }

    /** The receipts for that order. */
    List<HaltReceipt> receipts(String orderId) {
        return receipts.stream()
                .filter(receipt -> receipt.getOrderId().equals(orderId))
                .toList();
    }

    @Override
    public void close() {
        ears.stop();
        publisher.close();
        redis.close();
        wire.close();
    }
}
