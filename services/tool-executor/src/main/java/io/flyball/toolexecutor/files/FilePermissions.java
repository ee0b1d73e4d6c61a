package io.flyball.toolexecutor.files;

import io.flyball.catalogue.files.ProtectedFiles;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides by an agent's globs, on the path behind all links. What it allows is used by {@link io.flyball.files.Folder},
 * which follows no link: what has become one in between is not found.
 */
public final class FilePermissions {
    /** Stands for whatever may lie in a folder. */
    private static final String ANY_NAME = "any-name";

    private FilePermissions() {}

    /** Whether an agent with those globs may read that file or look into that folder's files. */
    public static FileAccess read(String path, List<String> globs) {
        return decide(path, FilePermissions::real, file -> mayRead(file, globs));
    }

    /** Whether an agent with those globs may see what lies in that folder, or look for files below it. */
    public static FileAccess look(String path, List<String> globs) {
        return decide(path, FilePermissions::real, folder -> mayLook(folder, globs));
    }

    private static Optional<String> mayLook(Path real, List<String> globs) {
        boolean leadsThere = Globs.cover(globs, real) || Globs.cover(globs, real.resolve(ANY_NAME));
        return leadsThere
                ? ProtectedFiles.forReading(real.toString(), false).map(rule -> guarded(real, rule, "look at"))
                : Optional.of(outside(real, globs, "read"));
    }

    /** Whether an agent with those globs may write that file, which need not exist yet. */
    public static FileAccess write(String path, List<String> globs) {
        return decide(
                path,
                FilePermissions::real,
                file -> mayChange(file, globs, "write", ProtectedFiles.forWriting(file.toString())));
    }

    /** Whether an agent with those globs may delete that file or folder; of a link, the link itself is judged. */
    public static FileAccess delete(String path, List<String> globs) {
        return decide(path, FilePermissions::realFolder, file -> mayDelete(file, globs));
    }

    /** The objection to reading what really lies there; empty if there is none. */
    public static Optional<String> mayRead(Path real, List<String> globs) {
        if (!Globs.cover(globs, real)) {
            return Optional.of(outside(real, globs, "read"));
        }
        boolean named = globs.contains(real.toString());
        return ProtectedFiles.forReading(real.toString(), named).map(rule -> guarded(real, rule, "read"));
    }

    /** The objection to deleting what really lies there; empty if there is none. */
    static Optional<String> mayDelete(Path real, List<String> globs) {
        return mayChange(real, globs, "delete", ProtectedFiles.forDeleting(real.toString()));
    }

    private static Optional<String> mayChange(
            Path real, List<String> globs, String what, Optional<ProtectedFiles> rule) {
        if (!Globs.coverWithoutLinks(globs, real)) {
            return Optional.of(outside(real, globs, what));
        }
        return rule.map(guarding -> guarded(real, guarding, what));
    }

    private static String outside(Path real, List<String> globs, String what) {
        return "the agent may not " + what + " " + real + "; it may " + what + ": " + globs;
    }

    private static String guarded(Path real, ProtectedFiles rule, String what) {
        return real + " is protected by the rule " + rule + ": no agent may " + what
                + " it, whatever its permissions say";
    }

    private interface Resolution {
        Path real(Path given) throws IOException;
    }

    private static FileAccess decide(String path, Resolution resolution, Function<Path, Optional<String>> judgement) {
        try {
            Path given = Path.of(path);
            if (!given.isAbsolute()) {
                return new FileAccess.Refused("the path must be absolute, not " + path);
            }
            Path real = resolution.real(given.normalize());
            return judgement
                    .apply(real)
                    .<FileAccess>map(FileAccess.Refused::new)
                    .orElseGet(() -> new FileAccess.Allowed(real));
        } catch (InvalidPathException | IOException e) {
            return new FileAccess.Refused("no such file or folder: " + path);
        }
    }

    /** The path behind all links; of a file that is not there, its folder's. */
    private static Path real(Path path) throws IOException {
        if (path.toFile().exists() || path.getParent() == null) {
            return path.toRealPath();
        }
        return realFolder(path);
    }

    /** The folder behind all links, and the name in it as it is. */
    private static Path realFolder(Path path) throws IOException {
        Path folder = path.getParent();
        return folder == null ? path : folder.toRealPath().resolve(path.getFileName());
    }
}
