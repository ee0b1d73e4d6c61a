package io.flyball.toolexecutor.files;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Interruptible;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** search_files: names by glob, lines by regular expression, below one folder; bounded in time, bytes and answers. */
public final class SearchFiles implements Tool {
    private final SearchBounds bounds;

    public SearchFiles() {
        this(new SearchBounds(20_000, 500_000_000, Duration.ofSeconds(20)));
    }

    SearchFiles(SearchBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Its arguments.
     *
     * @param glob of paths below the folder, or of names where it has no slash
     * @param pattern RE2 expression that a line must contain; only names are looked for without
     */
    record Wanted(
            String path,
            @Nullable String glob,
            @Nullable String pattern,
            @Nullable Integer limit) {
        private static final int USUAL_LIMIT = 100;
        private static final int MOST = 1_000;

        Wanted {
            Objects.requireNonNull(path, "path is missing");
            files(glob);
            compiled(pattern);
        }

        PathMatcher files() {
            return files(glob);
        }

        @Nullable
        Pattern lines() {
            return compiled(pattern);
        }

        int most() {
            return Math.min(MOST, Objects.requireNonNullElse(limit, USUAL_LIMIT));
        }

        private static PathMatcher files(@Nullable String glob) {
            String wanted = Objects.requireNonNullElse(glob, "*");
            try {
                PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + wanted);
                return wanted.contains("/") ? matcher : path -> matcher.matches(path.getFileName());
            } catch (java.util.regex.PatternSyntaxException e) {
                throw new IllegalArgumentException("glob: " + e.getDescription(), e);
            }
        }

        private static @Nullable Pattern compiled(@Nullable String pattern) {
            try {
                return pattern == null ? null : Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("pattern: " + e.getDescription(), e);
            }
        }
    }

    @Override
    public String name() {
        return "search_files";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            return switch (FilePermissions.look(
                    wanted.path(), request.permissions().readable())) {
                case FileAccess.Refused refused -> new Plan.Refused(refused.reason());
                case FileAccess.Allowed allowed -> ready(allowed.real(), wanted, request);
            };
        } catch (Arguments.Bad e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Plan ready(Path path, Wanted wanted, ToolRequest request) {
        return new Plan.Ready(
                ToolEffect.READ,
                "would search " + path,
                ending -> Interruptible.perform(
                        ending,
                        () -> ToolOutcome.Succeeded.with(
                                new Search(path, wanted, request.permissions().readable(), bounds).run())));
    }
}
