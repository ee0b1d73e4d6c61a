package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final int LATE = 75;
    private static final Duration LAST_WORDS = Duration.ofMillis(250);
    private static final Duration GATE_SPEAKS = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final Containment containment;
    private final ControlGroup group;
    private final ProcessTree tree;
    private final HeadAndTail output;
    private final Thread taker;
    /** Said by the gate when it is too late, and known to no program: what has begun cannot pretend that it has not. */
    private final String nonce = UUID.randomUUID().toString();

    private volatile boolean opened;

    private GatedProcess(Process process, Launch launch, ControlGroup group) {
        this.process = process;
        this.containment = launch.containment();
        this.group = group;
        this.tree = new ProcessTree(process.pid(), launch.marker(), containment instanceof Containment.Namespaces);
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
        ControlGroup group = launch.containment() instanceof Containment.Plain plain && plain.service()
                ? new ControlGroup(List.of())
                : launch.containment().groups().create(launch.limits());
        try {
            return new GatedProcess(start(launch, group), launch, group);
        } catch (IOException e) {
            group.close();
            throw e;
        }
    }

    private static Process start(Launch launch, ControlGroup group) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(GateCommand.of(launch, group)).redirectErrorStream(true);
        if (launch.containment() instanceof Containment.Plain) {
            builder.directory(launch.directory().toFile());
        }
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(launch.environment());
        environment.put(MARKER, launch.marker());
        return builder.start();
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
        leaveNobody();
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

    /**
     * Ends what the program left running. In namespaces the kernel has done so already; otherwise those are found that kept
     * their parents, their session or their mark, and all that are in its control group, where there is one.
     */
    private void leaveNobody() {
        switch (containment) {
            case Containment.Plain plain when plain.service() -> {}
            case Containment.Plain _ -> {
                group.kill();
                tree.kill();
            }
            case Containment.Namespaces _ -> group.kill();
        }
    }

    /** A stop gives no time for last words; otherwise the program may tidy up. */
    private void end(EndCause cause) {
        switch (cause) {
            case STOPPED -> Thread.ofVirtual().start(this::kill);
            case TIMED_OUT, CANCELLED, LOCK_LOST -> Thread.ofVirtual().start(() -> tree.endGently(GRACE));
        }
    }

    private void kill() {
        group.kill();
        tree.kill();
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
            kill();
        }
        group.close();
    }
}
