package io.flyball.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Starts services in this JVM: {@code LOG-FOLDER console --server.port=7400 governor --server.port=7403}. Prints a line for
 * each that has started; ends with 1 and a line that begins with FAILED if one does not. SIGTERM ends all of them.
 */
public final class SuiteMain {
    /** A service finishes or hands back its work within 20 s, all of it included. */
    private static final Duration DRAIN = Duration.ofSeconds(18);

    private SuiteMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var words = List.of(arguments);
            start(Path.of(words.getFirst()), ServiceStart.parse(words.subList(1, words.size())));
        } catch (ServiceFailed | IllegalArgumentException e) {
            System.out.println("FAILED " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(Path logs, List<ServiceStart> starts) throws InterruptedException {
        SuiteLogging.configure(logs, starts.stream().map(ServiceStart::name).toList());
        var suite = new Suite();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(suite), "end-suite"));
        suite.start(starts, started -> System.out.println(started.line()));
    }

    private static void end(Suite suite) {
        try {
            var began = System.nanoTime();
            var late = suite.end(DRAIN);
            var seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT, "ENDED after %.1f s%s%n", seconds, late.isEmpty() ? "" : ", without " + late);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
