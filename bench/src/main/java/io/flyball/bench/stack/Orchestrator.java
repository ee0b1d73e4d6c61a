package io.flyball.bench.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The real orchestrator in a JVM of its own, so that its processor time and memory are its own. */
public final class Orchestrator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final JavaProcess process;
    private final Duration readyAfter;

    private Orchestrator(JavaProcess process, Duration readyAfter) {
        this.process = process;
        this.readyAfter = readyAfter;
    }

    /** Starts it and returns when it says that it is ready: every partition has its task and its timers. */
    public static Orchestrator start(Home home, Surroundings around, OrchestratorOptions options) {
        int port = freePort();
        String classPath =
                options.classPath().isEmpty() ? home.classPath("services/orchestrator") : options.classPath();
        List<String> program = new ArrayList<>(List.of(
                "io.flyball.orchestrator.OrchestratorApplication",
                "--server.port=" + port,
                "--flyball.connection.kafka=" + around.kafka(),
                "--flyball.connection.registry=" + around.registry(),
                "--flyball.connection.redis=" + around.redis(),
                "--flyball.catalogue.directory=" + home.catalogue(),
                "--flyball.security.token-file=" + around.folder().resolve("token"),
                // What is measured is how fast runs go, not how they are held back.
                "--flyball.orchestrator.admission.open-per-service=1000000",
                "--flyball.orchestrator.admission.open-per-agent=1000000",
                "--flyball.orchestrator.admission.open-in-all=1000000",
                "--flyball.orchestrator.admission.runs-per-hour=1000000",
                "--flyball.orchestrator.admission.group-by=fingerprint",
                "--flyball.orchestrator.streams.state-directory=" + around.orchestratorState()));
        program.addAll(options.arguments());
        long began = System.nanoTime();
        JavaProcess process = JavaProcess.start(
                options.jvm(), classPath, program, around.folder().resolve("orchestrator.log"));
        try {
            awaitReady(process, URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
            return new Orchestrator(process, Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    private static void awaitReady(JavaProcess process, URI health) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!ready(http, health)) {
                if (!process.alive() || System.nanoTime() > end) {
                    throw new NotMeasurable(
                            "the orchestrator did not become ready; its last words:\n" + process.lastWords());
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted", e);
        }
    }

    private static boolean ready(HttpClient http, URI health) throws InterruptedException {
        try {
            var question = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new NotMeasurable("no free port", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** From the start of its process until it was ready. */
    public Duration readyAfter() {
        return readyAfter;
    }

    /** Ends it as a crash would. */
    public void kill() {
        process.kill();
    }

    /** Asks it to end and gives it so long; one that remembers its classes needs more than others. */
    public void end(Duration patience) {
        process.end(patience);
    }

    @Override
    public void close() {
        process.close();
    }
}
