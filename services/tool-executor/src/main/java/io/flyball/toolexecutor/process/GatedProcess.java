package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A process that is there but waits at a gate, so that starting the program afterwards takes no longer than writing one
 * line. The gate is a fixed script that turns itself into the program; arguments reach the program as they are, no shell
 * reads them. The gate looks at a clock itself: a permission that grew old while whoever opens it was held up opens nothing.
 * It leads a session of its own, by which all its children are found again.
 */
public final class GatedProcess implements AutoCloseable {
    static final String MARKER = "FLYBALL_ACTION";
    private static final String GATE = """
            { ulimit -c 0; ulimit -n "$1"; ulimit -f "$2"; } 2>/dev/null; shift 2
            IFS=' ' read -r word nonce by && [ "$word" = go ] || exit 1
            if [ -n "$by" ] && IFS=' ' read -r now rest </proc/uptime; then
              [ "${now%.*}${now#*.}" -le "$by" ] || { printf %s "$nonce"; exit 75; }
            fi
            exec "$@" </dev/null
            """;
    private static final int BLOCKS_PER_MEGABYTE = 2048;
    private static final int LATE = 75;
    private static final Duration LAST_WORDS = Duration.ofMillis(250);
    private static final Duration GATE_SPEAKS = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final ProcessTree tree;
    private final HeadAndTail output;
    private final Thread taker;
    /** Said by the gate when it is too late, and known to no program: what has begun cannot pretend that it has not. */
    private final String nonce = UUID.randomUUID().toString();

    private volatile boolean opened;

    private GatedProcess(Process process, Launch launch) {
        this.process = process;
        this.tree = new ProcessTree(process.pid(), launch.marker());
        this.output = new HeadAndTail(launch.keep());
        this.taker = Thread.ofPlatform()
                .daemon()
                .name("output of " + launch.program().getFileName())
                .start(this::take);
    }

    /**
     * Puts the process at the gate.
     *
     * @throws IOException if there can be no such process
     */
    public static GatedProcess arm(Launch launch) throws IOException {
        List<String> command = new ArrayList<>();
        Programs.find("setsid", "/usr/bin:/bin").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of("/bin/sh", "-c", GATE, "gate"));
        command.add(Integer.toString(launch.limits().openFiles()));
        command.add(Long.toString((long) launch.limits().fileMegabytes() * BLOCKS_PER_MEGABYTE));
        command.add(launch.program().toString());
        command.addAll(launch.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(launch.environment());
        environment.put(MARKER, launch.marker());
        return new GatedProcess(builder.start(), launch);
    }

    /** Lets the program start, now. */
    public void open() throws IOException {
        open(StartBy.ANY_TIME);
    }

    /** Lets the program start, if it is not too late when the gate hears of it. */
    public void open(StartBy by) throws IOException {
        opened = true;
        try (OutputStream gate = process.getOutputStream()) {
            gate.write("go %s %s\n".formatted(nonce, by.word()).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Waits until it has ended, by itself or because it was told to.
     *
     * @throws LateStart if the gate was opened too late and nothing began
     */
    public ProcessEnd await(Ending ending) throws InterruptedException {
        ending.onEnd(this::end);
        int code = process.waitFor();
        taker.join(LAST_WORDS);
        Optional<EndCause> cause = ending.cause();
        if (cause.isPresent()) {
            tree.kill();
            return new ProcessEnd.Ended(cause.get(), output.output());
        }
        if (code == LATE) {
            // What the gate said decides whether anything began, so it is waited for on a slow machine, too.
            taker.join(GATE_SPEAKS);
        }
        if (code == LATE && output.output().head().equals(nonce)) {
            throw new LateStart();
        }
        return new ProcessEnd.Exited(code, output.output());
    }

    /** A stop gives no time for last words; otherwise the program may tidy up. */
    private void end(EndCause cause) {
        switch (cause) {
            case STOPPED -> Thread.ofVirtual().start(tree::kill);
            case TIMED_OUT, CANCELLED, LOCK_LOST -> Thread.ofVirtual().start(() -> tree.endGently(GRACE));
        }
    }

    private void take() {
        char[] chars = new char[16_384];
        try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int count; (count = reader.read(chars)) >= 0; ) {
                output.take(chars, count);
            }
        } catch (IOException _) {
            // The process has gone and its pipe with it; what came until then is kept.
        }
    }

    /** Takes away what still waits at the gate. */
    @Override
    public void close() {
        if (!opened) {
            tree.kill();
        }
    }
}
