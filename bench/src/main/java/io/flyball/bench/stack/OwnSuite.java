package io.flyball.bench.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A suite as people bring it up, in a data folder and on ports of its own; closing takes it down. */
public final class OwnSuite implements AutoCloseable {
    private static final int BROKER = 10;
    private static final int REGISTRY = 12;
    private static final int PORTS = 16;

    private final Home home;
    private final Path folder;
    private final int base = freeBase();

    private OwnSuite(Home home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /**
     * Returns when it is ready.
     *
     * @param folder its data folder
     * @param options of {@code flyball up}, beside folder and ports
     */
    public static OwnSuite up(Home home, Path folder, List<String> options) throws InterruptedException {
        var suite = new OwnSuite(home, folder);
        List<String> words = new ArrayList<>(List.of("up", "--detach", "--port-base=" + suite.base));
        words.addAll(options);
        suite.flyball(words);
        return suite;
    }

    /** Bootstrap servers. */
    public String kafka() {
        return "127.0.0.1:" + (base + BROKER);
    }

    /** Root of the registry. */
    public URI registry() {
        return URI.create("http://127.0.0.1:" + (base + REGISTRY));
    }

    @Override
    public void close() throws InterruptedException {
        flyball(List.of("down"));
    }

    private void flyball(List<String> words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.launcher().toString()));
        command.addAll(words);
        command.add("--data-dir=" + folder);
        Path log = folder.resolveSibling("whole.log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new NotMeasurable("flyball " + String.join(" ", words) + " failed:\n" + LastWords.of(log));
            }
        } catch (IOException e) {
            throw new NotMeasurable("cannot start " + home.launcher(), e);
        }
    }

    private static int freeBase() {
        return ThreadLocalRandom.current()
                .ints(12_000, 30_000)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(OwnSuite::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
