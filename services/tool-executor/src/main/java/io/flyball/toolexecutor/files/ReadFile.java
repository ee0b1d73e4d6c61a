package io.flyball.toolexecutor.files;

import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** read_file: a text file, or some of its lines, 100,000 bytes at most. */
public final class ReadFile implements Tool {

    /** Its arguments; lines count from 0. */
    record Wanted(
            String path, @Nullable Integer offset, @Nullable Integer limit) {
        Wanted {
            Objects.requireNonNull(path, "path is missing");
        }
    }

    @Override
    public String name() {
        return "read_file";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            return switch (FilePermissions.read(
                    wanted.path(), request.permissions().readable())) {
                case FileAccess.Refused refused -> new Plan.Refused(refused.reason());
                case FileAccess.Allowed allowed ->
                    new Plan.Ready(
                            ToolEffect.READ,
                            "would read " + allowed.real(),
                            ending -> read(allowed.real(), wanted, ending));
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static ToolOutcome read(Path file, Wanted wanted, Ending ending) {
        return Interruptible.perform(ending, () -> read(file, wanted));
    }

    private static ToolOutcome read(Path file, Wanted wanted) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return ToolOutcome.Failed.because(file + " is not a regular file", Failure.CONFIG);
        }
        try {
            LineSlice slice = LineSlice.of(file, wanted.offset(), wanted.limit());
            return slice.tooLong()
                    ? ToolOutcome.Failed.because(slice.howToNarrow(file), Failure.CONFIG)
                    : ToolOutcome.Succeeded.with(slice.text());
        } catch (IOException e) {
            return ToolOutcome.Failed.because("cannot read " + file + ": " + e.getMessage(), Failure.CONFIG);
        }
    }
}
