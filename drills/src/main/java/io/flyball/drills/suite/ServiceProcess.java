package io.flyball.drills.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own, which can be killed and started again. */
public final class ServiceProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Service service;
    private final String name;
    private final URI url;
    private final List<String> newest;
    private List<String> command;
    private final Path log;
    private @Nullable Process process;
    private @Nullable Tether tether;

    ServiceProcess(Service service, String name, URI url, List<String> first, List<String> newest, Path log) {
        this.service = service;
        this.name = name;
        this.url = url;
        this.command = List.copyOf(first);
        this.newest = List.copyOf(newest);
        this.log = log;
    }

    public Service service() {
        return service;
    }

    /** The service's name, or another one for a second of its kind. */
    public String name() {
        return name;
    }

    public URI url() {
        return url;
    }

    /** Its process id now; -1 before it was started. */
    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Starts it, with output and errors appended to its log, and returns at once. */
    public synchronized void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            process = builder.start();
            tether = Tether.to(process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** From its next start on it is of the newest build; whether it was not before. */
    public synchronized boolean upgrade() {
        boolean older = !command.equals(newest);
        command = newest;
        return older;
    }

    /** Ends it as a crash would (SIGKILL) and returns when it is gone. */
    public synchronized void kill() {
        if (process != null && tether != null) {
            process.destroyForcibly();
            process.onExit().join();
            tether.release();
        }
    }

    /** Returns when it says that it is ready. */
    public void awaitReady() throws InterruptedException {
        String why = whyNotReadyInTime();
        if (!why.isEmpty()) {
            throw new IllegalStateException(name + " is not ready: " + why + "; its log: " + log);
        }
    }

    /** Why it does not become ready within the time that a start may take; empty as soon as it is. */
    public String whyNotReadyInTime() throws InterruptedException {
        long began = System.nanoTime();
        String why = whyNotReady();
        while (!why.isEmpty() && alive() && System.nanoTime() - began < PATIENCE.toNanos()) {
            Thread.sleep(BETWEEN_QUESTIONS);
            why = whyNotReady();
        }
        return why;
    }

    /** Why it is not ready; empty if it is. */
    private String whyNotReady() throws InterruptedException {
        if (!alive()) {
            return "its process has ended by itself";
        }
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? "" : "it answers " + answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "it does not answer";
        }
    }

    private synchronized boolean alive() {
        return process != null && process.isAlive();
    }
}
