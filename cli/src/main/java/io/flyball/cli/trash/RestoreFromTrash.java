package io.flyball.cli.trash;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.files.trash.Trash;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings something back. */
@Command(
        name = "restore",
        description = {
            "Put something back where it was, with its rights and times, and its owner where that is permitted.",
            "What stands there is not overwritten; with --force it goes to the trash first."
        },
        footer = {"Example:", "  flyball trash restore 0198f2c4"})
final class RestoreFromTrash implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The entry's id, or its beginning.")
    private String id = "";

    @Option(names = "--force", description = "Also where something stands now, which goes to the trash.")
    private boolean force;

    @Mixin
    private final TrashFolder folder = new TrashFolder();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;
    private final Clock clock;

    RestoreFromTrash(Shell shell, Access access, Clock clock) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            Trash trash = folder.trash(access);
            tell(trash.restore(TrashFolder.resolve(trash, id), force, clock.instant()));
            return ExitCode.OK.code();
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    e.getFile() + " is there: nothing is overwritten.",
                    "To put that into the trash and restore: --force");
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.FAILED, "It cannot be put back: " + e.getMessage(), "It is still in the trash.");
        }
    }

    private void tell(Trash.Restored restored) {
        var answer = Json.object()
                .put("id", restored.manifest().id())
                .put("path", restored.manifest().path())
                .put("count", restored.manifest().count())
                .put("notGiven", restored.notGiven());
        output.write(shell.terminal(), answer, () -> {
            shell.terminal().line("Restored " + restored.manifest().path() + ".");
            if (!restored.notGiven().isEmpty()) {
                shell.terminal().line("Not given back, as that is not permitted here: " + restored.notGiven());
            }
        });
    }
}
