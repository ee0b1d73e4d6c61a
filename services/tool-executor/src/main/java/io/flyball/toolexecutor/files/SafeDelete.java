package io.flyball.toolexecutor.files;

import io.flyball.catalogue.ToolEffect;
import io.flyball.files.Folder;
import io.flyball.files.trash.KeptFile;
import io.flyball.files.trash.Manifest;
import io.flyball.files.trash.Survey;
import io.flyball.files.trash.Trash;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** safe_delete: moves a file or folder to the trash, from where it can be brought back. */
public final class SafeDelete implements Tool {
    private final Trash trash;
    private final MountPoints mounts;
    private final Clock clock;

    public SafeDelete(Trash trash, Clock clock) {
        this.trash = trash;
        this.mounts = new MountPoints();
        this.clock = clock;
    }

    /**
     * Its arguments.
     *
     * @param count how many files, folders and links that is, itself included; needed where there are many
     */
    record Wanted(String path, @Nullable Integer count) {
        Wanted {
            Objects.requireNonNull(path, "path is missing");
        }
    }

    @Override
    public String name() {
        return "safe_delete";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            List<String> writable = request.permissions().writable();
            return switch (FilePermissions.delete(wanted.path(), writable)) {
                case FileAccess.Refused refused -> new Plan.Refused(refused.reason());
                case FileAccess.Allowed allowed -> plan(allowed.real(), wanted, writable);
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Plan plan(Path file, Wanted wanted, List<String> writable) {
        DeletionBounds bounds = new DeletionBounds(file, trash, mounts, writable, wanted.count());
        Optional<String> misplaced = bounds.misplaced();
        return misplaced.isPresent() ? new Plan.Refused(misplaced.get()) : plan(file, bounds);
    }

    private Plan plan(Path file, DeletionBounds bounds) {
        try (Folder folder = Folder.around(file)) {
            List<KeptFile> found = Survey.of(folder, nameOf(file));
            Optional<String> objection = bounds.objection(found);
            return objection.isPresent()
                    ? new Plan.Refused(objection.get())
                    : new Plan.Ready(
                            ToolEffect.CHANGE,
                            "would move " + file + " to the trash: " + DeletionBounds.words(found),
                            new MarkedAction(mark -> delete(file, bounds, mark)));
        } catch (IOException e) {
            return new Plan.Refused("cannot look at " + file + ": " + e.getMessage());
        }
    }

    /** Looks again by the handle by which it acts: what was seen before the start does not count. */
    private ToolOutcome delete(Path file, DeletionBounds bounds, Mark mark) {
        try (Folder folder = Folder.around(file)) {
            Optional<String> objection = bounds.objection(Survey.of(folder, nameOf(file)));
            if (objection.isPresent()) {
                return ToolOutcome.Failed.because(objection.get(), Failure.CONFIG);
            }
            Manifest kept = trash.put(folder, nameOf(file), MarkedAction.by(mark, name()), clock.instant());
            return new ToolOutcome.Succeeded(
                    Output.of(undo(file, kept)),
                    null,
                    new ToolOutcome.Change(DeletionBounds.words(kept.files()), "absent"));
        } catch (IOException e) {
            return ToolOutcome.Failed.because("cannot delete " + file + ": " + e.getMessage(), Failure.CONFIG);
        }
    }

    private static String undo(Path file, Manifest kept) {
        return "Moved " + file + " to the trash (" + DeletionBounds.words(kept.files()) + "). It is kept until "
                + kept.keptUntil() + "; to undo: flyball trash restore " + kept.id();
    }

    private static String nameOf(Path file) {
        return Objects.toString(file.getFileName(), "");
    }
}
