package io.flyball.cli.trash;

import io.flyball.cli.access.Access;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.files.trash.Manifest;
import io.flyball.files.trash.Trash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which trash is meant, and what follows from it. */
final class TrashFolder {
    /** For what a forced restore puts away. */
    private static final Duration KEEP = Duration.ofDays(30);

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = {
                "The trash: a folder named " + Trash.NAME + ", or the one that it lies in.",
                "Default: that of the stack on this machine."
            })
    private @Nullable Path folder;

    Trash trash(Access access) {
        Path named = folder == null
                ? access.dataFolder().path()
                : folder.toAbsolutePath().normalize();
        return new Trash(named.endsWith(Trash.NAME) ? named : named.resolve(Trash.NAME), KEEP);
    }

    /** The one entry whose id begins so. */
    static String resolve(Trash trash, String typed) throws IOException {
        List<String> ids = trash.list().entries().stream().map(Manifest::id).toList();
        if (ids.contains(typed)) {
            return typed;
        }
        List<String> found = ids.stream().filter(id -> id.startsWith(typed)).toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 ->
                throw new CommandFailed(
                        ExitCode.NOT_FOUND,
                        "Nothing in " + trash.home() + " has an id that begins with '" + typed + "'.",
                        "List what there is: flyball trash list");
            default ->
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "'" + typed + "' fits several: " + String.join(", ", found),
                        "Type more of the id.");
        };
    }
}
