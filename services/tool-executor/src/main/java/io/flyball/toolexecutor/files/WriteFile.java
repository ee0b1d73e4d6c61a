package io.flyball.toolexecutor.files;

import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** write_file: replaces a text file in one step and keeps the old version in a folder beside it. */
public final class WriteFile implements Tool {
    private static final int MOST_COMPARED = 1_000_000;

    /** Its arguments. */
    record Wanted(String path, String content) {
        Wanted {
            Objects.requireNonNull(path, "path is missing");
            Objects.requireNonNull(content, "content is missing");
        }
    }

    @Override
    public String name() {
        return "write_file";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            return switch (FilePermissions.write(
                    wanted.path(), request.permissions().writable())) {
                case FileAccess.Refused refused -> new Plan.Refused(refused.reason());
                case FileAccess.Allowed allowed -> ready(allowed.real(), wanted.content(), request.actionId());
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Plan ready(Path file, String content, String actionId) {
        return new Plan.Ready(
                ToolEffect.CHANGE,
                description(file, content),
                ending -> write(new VersionedFile(file), content, actionId, ending));
    }

    private static String description(Path file, String content) {
        String what = "would write " + content.length() + " characters to " + file;
        try {
            return Files.size(file) > MOST_COMPARED
                    ? what + ", which is too long to compare"
                    : what + "\n" + LineDifference.between(Files.readString(file), content);
        } catch (NoSuchFileException _) {
            return what + ", which is new\n" + LineDifference.between("", content);
        } catch (IOException e) {
            return what + ", which cannot be read: " + e.getMessage();
        }
    }

    private static ToolOutcome write(VersionedFile file, String content, String actionId, Ending ending) {
        return Interruptible.perform(ending, () -> {
            try {
                VersionedFile.Replaced replaced = file.replace(content, actionId);
                return new ToolOutcome.Succeeded(
                        Output.of(replaced.howToUndo()),
                        null,
                        new ToolOutcome.Change(replaced.before(), replaced.after()));
            } catch (IOException e) {
                return ToolOutcome.Failed.because("cannot write " + file.path() + ": " + e, Failure.CONFIG);
            }
        });
    }
}
