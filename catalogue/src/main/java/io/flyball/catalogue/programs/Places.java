package io.flyball.catalogue.programs;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the places that a command names against what its agent may reach.
 *
 * @param directory against which relative paths are judged; absent for a folder of the command's own
 */
record Places(@Nullable String directory, Reach reach) {

    Optional<String> objection(List<Use> uses, Wildcards wildcards) {
        return uses.stream()
                .filter(use -> wildcards.fills(use.at()))
                .map(this::objection)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> objection(Use use) {
        return switch (use.role()) {
            case TEXT -> Optional.empty();
            case HOST ->
                reach.mayConnect(use.value())
                        ? Optional.empty()
                        : Optional.of("the agent may not connect to " + use.value());
            case READ ->
                path(use.value()).filter(reach::mayRead).isPresent()
                        ? Optional.empty()
                        : Optional.of("the agent may not read " + use.value());
            case LOOK ->
                path(use.value()).filter(reach::mayLook).isPresent()
                        ? Optional.empty()
                        : Optional.of("the agent may not look at " + use.value());
        };
    }

    /** Where that really is by its words; empty if nobody can say. */
    private Optional<String> path(String written) {
        if (written.startsWith("~") || written.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path =
                    (directory == null ? Path.of(written) : Path.of(directory).resolve(written)).normalize();
            return path.startsWith("..") ? Optional.empty() : Optional.of(path.toString());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
