package io.flyball.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what the neighbours module collected. */
final class InstallationSearch {

    static final String PROPERTY = "flyball.neighbours";

    private static final Path COLLECTED = Path.of("infra", "neighbours", "target", "neighbours");

    private InstallationSearch() {}

    static Path find() {
        return find(System.getProperty(PROPERTY), Path.of("").toAbsolutePath());
    }

    static Path find(@Nullable String named, Path from) {
        return Optional.ofNullable(named)
                .map(Path::of)
                .or(() -> Stream.<Path>iterate(from, folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve(COLLECTED))
                        .filter(Files::isDirectory)
                        .findFirst())
                .filter(Files::isDirectory)
                .orElseThrow(() -> new IllegalStateException(
                        "No neighbours to start: %s. Run './flyball build' first, or name their folder by -D%s."
                                .formatted(
                                        named == null
                                                ? "no " + COLLECTED + " in " + from + " or above"
                                                : "no folder " + named,
                                        PROPERTY)));
    }
}
