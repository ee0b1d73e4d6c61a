package io.flyball.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Zipkin with its storage in memory: traces are for looking at now. */
record TracingRecipe(NeighbourSettings settings) implements Recipe {

    private static final int HEAP_MEGABYTES = 192;

    /**
     * The oldest traces go first. Half a million by default, more than the heap holds: with some fourteen attributes each,
     * thirty thousand spans filled 160 MB.
     */
    private static final int SPANS_KEPT = 20_000;

    @Override
    public NeighbourKind kind() {
        return NeighbourKind.TRACING;
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + settings.ports().tracing());
    }

    @Override
    public void prepare(Path log) {}

    /** All three of a listener's settings: naming one replaces the whole of the default listener. */
    @Override
    public List<String> command() {
        return JavaCommand.of(
                settings.java(),
                kind(),
                HEAP_MEGABYTES,
                List.of(
                        JavaCommand.COMPILE_QUICKLY,
                        "-cp",
                        new Installation(settings.installation()).zipkinClasspath(),
                        "zipkin.server.ZipkinServer",
                        "--armeria.ports[0].address=127.0.0.1",
                        "--armeria.ports[0].port=" + settings.ports().tracing(),
                        "--armeria.ports[0].protocols[0]=http",
                        "--zipkin.storage.type=mem",
                        "--zipkin.storage.mem.max-spans=" + SPANS_KEPT));
    }

    /** It has nothing to save, and would take two seconds to say goodbye. */
    @Override
    public Duration grace() {
        return Duration.ZERO;
    }

    @Override
    public Answer ask() throws IOException, InterruptedException {
        return Loopback.get(url().resolve("/health"));
    }
}
