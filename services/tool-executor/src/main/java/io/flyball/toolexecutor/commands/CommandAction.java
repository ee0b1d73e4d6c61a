package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.toolexecutor.files.FolderState;
import io.flyball.toolexecutor.process.Containment;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.GatedProcess;
import io.flyball.toolexecutor.process.Launch;
import io.flyball.toolexecutor.process.ProcessEnd;
import io.flyball.toolexecutor.process.StartBy;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Mark;
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

    private final RunCommand.Wanted wanted;
    private final Permitted permitted;
    private final ToolRequest request;
    private final CommandSettings settings;
    private final GivenSecrets secrets;
    private final @Nullable Permitted look;
    private @Nullable GatedProcess process;
    private @Nullable Scratch scratch;
    private @Nullable Mark mark;
    private @Nullable FolderState files;
    private @Nullable String before;

    /**
     * A command with the permission that lets it run.
     *
     * @param program its file
     */
    record Permitted(Path program, List<String> argv, CommandPermission permission) {}

    /** @param look the read that shows what the command changes; absent when nobody looks */
    CommandAction(
            RunCommand.Wanted wanted,
            Permitted permitted,
            @Nullable Permitted look,
            ToolRequest request,
            CommandSettings settings,
            GivenSecrets secrets) {
        this.secrets = secrets;
        this.wanted = wanted;
        this.permitted = permitted;
        this.look = look;
        this.request = request;
        this.settings = settings;
    }

    @Override
    public void arm(Mark by) throws IOException {
        mark = by;
        scratch = Scratch.in(settings.scratch());
        files = FolderState.of(request.permissions().writable());
        process = GatedProcess.arm(launch(permitted));
    }

    private Launch launch(Permitted command) throws IOException {
        Path own = Objects.requireNonNull(scratch, "not armed").folder();
        Path directory = wanted.directory() == null ? own : Path.of(wanted.directory());
        return new Launch(
                command.program(),
                command.argv().subList(1, command.argv().size()),
                Files.exists(directory) ? directory.toRealPath() : directory,
                environment(own, secrets.variables(command.permission())),
                request.actionId() + "/" + UUID.randomUUID(),
                settings.limits(),
                containment(command, own),
                request.outputLimit() / 2 + MARGIN);
    }

    private Containment containment(Permitted command, Path own) {
        Walls walls = settings.walls();
        Surroundings surroundings =
                new Surroundings(request.permissions(), command.permission(), command.program(), walls.readable());
        return walls.around(command.permission().needs(), () -> surroundings.in(own));
    }

    @Override
    public boolean observe(Ending ending) {
        before = look(ending);
        return before != null;
    }

    private @Nullable String look(Ending ending) {
        if (look == null) {
            return null;
        }
        try {
            return Observation.of(launch(look), ending);
        } catch (IOException e) {
            return "unknown: " + e.getMessage();
        }
    }

    /** Nothing of the executor's own; no pager and no prompt waits for anybody. */
    private Map<String, String> environment(Path home, Map<String, String> given) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "LANG", "C.UTF-8",
                "TERM", "dumb",
                "PAGER", "cat",
                "SYSTEMD_PAGER", "cat",
                "LESSSECURE", "1"));
        environment.putAll(QuietGit.environment());
        environment.putAll(settings.environment());
        environment.putAll(given);
        environment.putAll(marks());
        environment.putAll(Map.of("PATH", settings.path(), "HOME", home.toString(), "TMPDIR", home.toString()));
        return environment;
    }

    /** By these a program can tell on whose behalf it acts, and whether it is late. */
    private Map<String, String> marks() {
        Mark by = Objects.requireNonNull(mark, "not armed");
        Map<String, String> marks =
                new HashMap<>(Map.of("FLYBALL_RUN_ID", by.runId(), "FLYBALL_ACTION_ID", by.actionId()));
        if (by.fence() != null) {
            marks.put("FLYBALL_FENCE", by.fence().toString());
        }
        return marks;
    }

    @Override
    public ToolOutcome perform(Ending ending) {
        return perform(ending, StartBy.ANY_TIME);
    }

    /** The gate looks at the clock, which is later than any look of this process. */
    @Override
    public ToolOutcome perform(Ending ending, StartBy by) {
        GatedProcess armed = Objects.requireNonNull(process, "not armed");
        try {
            armed.open(by);
            return seen(outcome(armed.await(ending)), ending);
        } catch (IOException e) {
            return ToolOutcome.Failed.because("cannot start " + wanted.argv() + ": " + e, Failure.CONFIG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ToolOutcome.Failed.because("interrupted while waiting for " + wanted.argv(), Failure.TRANSIENT);
        }
    }

    private ToolOutcome seen(ToolOutcome outcome, Ending ending) {
        List<String> collateral = collateral();
        String was = before;
        String is = was == null || ending.cause().isPresent() ? null : look(ending);
        ToolOutcome.Change change = was == null || is == null ? null : new ToolOutcome.Change(was, is);
        return change == null && collateral.isEmpty() ? outcome : new ToolOutcome.Seen(outcome, change, collateral);
    }

    private List<String> collateral() {
        FolderState was = Objects.requireNonNull(files, "not armed");
        Mark by = Objects.requireNonNull(mark, "not armed");
        return was.changesIn(FolderState.of(request.permissions().writable())).stream()
                .filter(change -> by.declared().stream().noneMatch(declared -> isOf(change, declared)))
                .toList();
    }

    private static boolean isOf(String change, String declared) {
        return change.startsWith((declared.startsWith("/") ? "file:" + declared : declared) + " ");
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
