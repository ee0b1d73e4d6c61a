package io.flyball.toolexecutor.files;

import io.flyball.catalogue.ToolEffect;
import io.flyball.files.Folder;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** read_file: a file, or some of its lines or bytes, 100,000 bytes at most. */
public final class ReadFile implements Tool {
    static final int MOST_BYTES = 100_000;

    /** Its arguments; lines and bytes count from 0. */
    record Wanted(
            String path,
            @Nullable Integer offset,
            @Nullable Integer limit,
            @Nullable Long byteOffset,
            @Nullable Integer byteLimit) {
        Wanted {
            Objects.requireNonNull(path, "path is missing");
            if ((offset != null || limit != null) && (byteOffset != null || byteLimit != null)) {
                throw new IllegalArgumentException(
                        "ask for lines (offset, limit) or for bytes (byteOffset, byteLimit), not for both");
            }
            if (byteLimit != null && (byteLimit < 1 || byteLimit > MOST_BYTES)) {
                throw new IllegalArgumentException("byteLimit is from 1 to " + MOST_BYTES);
            }
        }

        boolean bytes() {
            return byteOffset != null || byteLimit != null;
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
        String name = Objects.toString(file.getFileName());
        try (Folder folder = Folder.around(file);
                SeekableByteChannel in = folder.read(name)) {
            if (wanted.bytes() || BytePart.isBinary(file, in)) {
                return ToolOutcome.Succeeded.with(BytePart.of(file, in, wanted.byteOffset(), wanted.byteLimit()));
            }
            LinePart part = LinePart.of(in, wanted.offset(), wanted.limit());
            return part.isTooLong()
                    ? ToolOutcome.Failed.because(part.howToNarrow(file, in.size()), Failure.CONFIG)
                    : ToolOutcome.Succeeded.with(part.text());
        } catch (IOException e) {
            return ToolOutcome.Failed.because("cannot read " + file + ": " + e.getMessage(), Failure.CONFIG);
        }
    }
}
