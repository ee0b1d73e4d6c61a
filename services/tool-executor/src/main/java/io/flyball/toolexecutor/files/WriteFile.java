package io.flyball.toolexecutor.files;

import io.flyball.catalogue.ToolEffect;
import io.flyball.files.Folder;
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
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** write_file: replaces a text file in one step and keeps the old version in the trash. */
public final class WriteFile implements Tool {
    private static final int MOST_COMPARED = 1_000_000;

    private final Trash trash;
    private final Clock clock;

    public WriteFile(Trash trash, Clock clock) {
        this.trash = trash;
        this.clock = clock;
    }

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
                case FileAccess.Allowed allowed -> ready(allowed.real(), wanted.content());
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Plan ready(Path file, String content) {
        return new Plan.Ready(
                ToolEffect.CHANGE,
                description(file, content),
                new MarkedAction(mark -> write(new VersionedFile(file, trash), content, mark)));
    }

    private static String description(Path file, String content) {
        String what = "would write " + content.length() + " characters to " + file;
        String name = Objects.toString(file.getFileName(), "");
        try (Folder folder = Folder.around(file)) {
            Optional<PosixFileAttributes> old = folder.look(name);
            if (old.isEmpty()) {
                return what + ", which is new\n" + LineDifference.between("", content);
            }
            return old.get().size() > MOST_COMPARED
                    ? what + ", which is too long to compare"
                    : what + "\n" + LineDifference.between(text(folder, name), content);
        } catch (IOException e) {
            return what + ", which cannot be read: " + e.getMessage();
        }
    }

    private static String text(Folder folder, String name) throws IOException {
        try (InputStream in = Channels.newInputStream(folder.read(name))) {
            return new String(in.readNBytes(MOST_COMPARED), StandardCharsets.UTF_8);
        }
    }

    private ToolOutcome write(VersionedFile file, String content, Mark mark) {
        try {
            VersionedFile.Replaced replaced = file.replace(content, MarkedAction.by(mark, name()), clock.instant());
            return new ToolOutcome.Succeeded(
                    Output.of(replaced.howToUndo()), null, new ToolOutcome.Change(replaced.before(), replaced.after()));
        } catch (IOException e) {
            return ToolOutcome.Failed.because("cannot write " + file.path() + ": " + e, Failure.CONFIG);
        }
    }
}
