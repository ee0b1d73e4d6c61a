package io.flyball.toolexecutor.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A process that waits at the gate as {@link GatedProcess} does, and is spoken to line by line once it is let through. It ends with
 * its conversation: whoever closes it ends all that came from it.
 */
public final class TalkingProcess implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofMillis(250);

    private final Process process;
    private final ControlGroup group;
    private final ProcessTree tree;
    private final HeadAndTail errors;
    private final Thread taker;
    private final InputStream said;

    private TalkingProcess(Process process, Launch launch, ControlGroup group) {
        this.process = process;
        this.group = group;
        this.tree =
                new ProcessTree(process.pid(), launch.marker(), launch.containment() instanceof Containment.Namespaces);
        this.errors = new HeadAndTail(launch.keep());
        this.said = new BufferedInputStream(process.getInputStream(), 65_536);
        this.taker = Thread.ofPlatform()
                .daemon()
                .name("errors of " + launch.program().getFileName())
                .start(this::takeErrors);
    }

    /**
     * Puts the process at the gate.
     *
     * @throws IOException if there can be no such process
     */
    public static TalkingProcess arm(Launch launch) throws IOException {
        ControlGroup group = launch.containment().groups().create(launch.limits());
        try {
            return new TalkingProcess(start(launch, group), launch, group);
        } catch (IOException e) {
            group.close();
            throw e;
        }
    }

    private static Process start(Launch launch, ControlGroup group) throws IOException {
        List<String> words = GateCommand.keepingInput(launch, group);
        ProcessBuilder builder = new ProcessBuilder(words);
        if (launch.containment() instanceof Containment.Plain) {
            builder.directory(launch.directory().toFile());
        }
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(launch.environment());
        environment.put(GatedProcess.MARKER, launch.marker());
        return builder.start();
    }

    /** Lets the program start, now, and ends it when it is told to end. */
    public void open(Ending ending) throws IOException {
        ending.onEnd(_ -> Thread.ofVirtual().start(this::kill));
        say("go " + UUID.randomUUID() + " ");
    }

    /**
     * Says one line to it.
     *
     * @throws IOException if it does not listen any more
     */
    public void say(String line) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** What it says; whoever reads it bounds it. */
    public InputStream said() {
        return said;
    }

    /** What it wrote besides, in its beginning and its end. */
    public Output complaints() {
        try {
            taker.join(process.isAlive() ? Duration.ofMillis(1) : LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return errors.output();
    }

    private void takeErrors() {
        char[] chars = new char[8_192];
        try (Reader reader = new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)) {
            for (int count; (count = reader.read(chars)) >= 0; ) {
                errors.take(chars, count);
            }
        } catch (IOException _) {
            // The process has gone and its pipe with it; what came until then is kept.
        }
    }

    private void kill() {
        group.kill();
        tree.kill();
    }

    /** Ends it and all that came from it. */
    @Override
    public void close() {
        kill();
        group.close();
    }
}
