package io.flyball.toolexecutor.files;

import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.files.ProtectedFiles;
import io.flyball.files.Folder;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** list_directory: what lies in a folder, a bounded part at a time; links are shown and not followed. */
public final class ListDirectory implements Tool {
    private static final int MOST = 500;

    /** Its arguments. */
    record Wanted(
            String path,
            @Nullable String glob,
            @Nullable Integer offset,
            @Nullable Integer limit) {
        Wanted {
            Objects.requireNonNull(path, "path is missing");
            names(glob);
        }

        private static PathMatcher names(@Nullable String glob) {
            try {
                return FileSystems.getDefault().getPathMatcher("glob:" + Objects.requireNonNullElse(glob, "*"));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("glob: " + e.getDescription(), e);
            }
        }
    }

    @Override
    public String name() {
        return "list_directory";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            return switch (FilePermissions.look(
                    wanted.path(), request.permissions().readable())) {
                case FileAccess.Refused refused -> new Plan.Refused(refused.reason());
                case FileAccess.Allowed allowed ->
                    new Plan.Ready(
                            ToolEffect.READ,
                            "would list " + allowed.real(),
                            ending -> Interruptible.perform(ending, () -> list(allowed.real(), wanted)));
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static ToolOutcome list(Path path, Wanted wanted) {
        PathMatcher matcher = Wanted.names(wanted.glob());
        try (Folder folder = Folder.open(path)) {
            List<String> names = folder.names().stream()
                    .filter(name -> matcher.matches(Path.of(name)))
                    .toList();
            return ToolOutcome.Succeeded.with(page(folder, names, wanted));
        } catch (IOException e) {
            return ToolOutcome.Failed.because("cannot list " + path + ": " + e.getMessage(), Failure.CONFIG);
        }
    }

    private static String page(Folder folder, List<String> names, Wanted wanted) throws IOException {
        int from = Math.min(names.size(), Objects.requireNonNullElse(wanted.offset(), 0));
        int limit = Math.min(MOST, Objects.requireNonNullElse(wanted.limit(), MOST));
        int end = Math.min(names.size(), from + limit);
        StringBuilder page = new StringBuilder();
        for (String name : names.subList(from, end)) {
            page.append(line(folder, name)).append('\n');
        }
        String counted = names.size() + (wanted.glob() == null ? " entries" : " entries with such a name");
        page.append(
                end < names.size()
                        ? "[" + from + " to " + (end - 1) + " of " + counted + "; go on with offset " + end + "]"
                        : "[" + counted + "]");
        return page.toString();
    }

    private static String line(Folder folder, String name) throws IOException {
        Optional<PosixFileAttributes> seen = folder.look(name);
        if (seen.isEmpty()) {
            return "?          gone meanwhile  " + name;
        }
        PosixFileAttributes is = seen.get();
        String guarded = ProtectedFiles.forReading(folder.path().resolve(name).toString(), false)
                .map(rule -> "  (protected: " + rule + ")")
                .orElse("");
        return String.join(
                        "  ",
                        kind(is) + PosixFilePermissions.toString(is.permissions()),
                        is.owner().getName(),
                        String.valueOf(is.size()),
                        is.lastModifiedTime()
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        name)
                + guarded;
    }

    private static String kind(PosixFileAttributes is) {
        if (is.isDirectory()) {
            return "d";
        }
        return is.isRegularFile() ? "-" : is.isSymbolicLink() ? "l" : "?";
    }
}
