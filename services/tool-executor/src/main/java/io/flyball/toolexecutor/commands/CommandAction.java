package io.flyball.toolexecutor.commands;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.GatedProcess;
import io.flyball.toolexecutor.process.Launch;
import io.flyball.toolexecutor.process.ProcessEnd;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs one command: armed at the gate first, opened when it may start. */
final class CommandAction implements Action {
    /** Kept beyond what is shown, so that the filter sees secrets whole that a cut would split. */
    private static final int MARGIN = 8_192;

    private final Path program;
    private final RunCommand.Wanted wanted;
    private final ToolRequest request;
    private final CommandSettings settings;
    private @Nullable GatedProcess process;
    private @Nullable Scratch scratch;

    CommandAction(Path program, RunCommand.Wanted wanted, ToolRequest request, CommandSettings settings) {
        this.program = program;
        this.wanted = wanted;
        this.request = request;
        this.settings = settings;
    }

    @Override
    public void arm() throws IOException {
        Scratch own = Scratch.in(settings.scratch());
        scratch = own;
        Path directory = wanted.directory() == null ? own.folder() : Path.of(wanted.directory());
        process = GatedProcess.arm(new Launch(
                program,
                wanted.argv().subList(1, wanted.argv().size()),
                Files.exists(directory) ? directory.toRealPath() : directory,
                environment(own.folder()),
                request.actionId() + "/" + UUID.randomUUID(),
                settings.limits(),
                request.outputLimit() / 2 + MARGIN));
    }

    /** Nothing of the executor's own; no pager and no prompt waits for anybody. */
    private Map<String, String> environment(Path home) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "LANG", "C.UTF-8",
                "TERM", "dumb",
                "PAGER", "cat",
                "GIT_PAGER", "cat",
                "SYSTEMD_PAGER", "cat",
                "LESSSECURE", "1",
                "GIT_TERMINAL_PROMPT", "0"));
        environment.putAll(settings.environment());
        environment.putAll(Map.of("PATH", settings.path(), "HOME", home.toString(), "TMPDIR", home.toString()));
        return environment;
    }

    @Override
    public ToolOutcome perform(Ending ending) {
        GatedProcess armed = Objects.requireNonNull(process, "not armed");
        try {
            armed.open();
            return outcome(armed.await(ending));
        } catch (IOException e) {
            return ToolOutcome.Failed.because("cannot start " + wanted.argv() + ": " + e, Failure.CONFIG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ToolOutcome.Failed.because("interrupted while waiting for " + wanted.argv(), Failure.TRANSIENT);
        }
    }

    private ToolOutcome outcome(ProcessEnd end) {
        return switch (end) {
            case ProcessEnd.Ended ended -> new ToolOutcome.Ended(ended.output(), ended.cause());
            case ProcessEnd.Exited exited
            when exited.code() == 0 -> new ToolOutcome.Succeeded(exited.output(), 0, null);
            case ProcessEnd.Exited exited ->
                new ToolOutcome.Failed(
                        exited.output(),
                        exited.code(),
                        String.join(" ", List.of(wanted.argv().getFirst(), "ended with exit code")) + " "
                                + exited.code(),
                        Failure.EXTERNAL);
        };
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        if (scratch != null) {
            scratch.close();
        }
    }
}
