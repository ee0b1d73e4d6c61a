package io.flyball.drills.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The shipped catalogue, also with the drill's own agent, runbook, policy, tool and inventory entry beside it. */
public final class DrillCatalogue {
    private static final List<String> OWN = List.of(
            "agents/drill.yaml",
            "agents/brief-drill.yaml",
            "policies/drill.yaml",
            "runbooks/drill.yaml",
            "tools/http_request.yaml",
            "inventory/effect-server.yaml");
    private static final Set<String> NOT_CATALOGUE = Set.of("src", "target", "pom.xml");

    private DrillCatalogue() {}

    static void write(Path shipped, Path to) {
        try {
            copy(shipped, to);
            for (String name : OWN) {
                try (InputStream content = DrillCatalogue.class.getResourceAsStream("/drill-catalogue/" + name)) {
                    Files.createDirectories(
                            Objects.requireNonNull(to.resolve(name).getParent()));
                    Files.copy(
                            Objects.requireNonNull(content, name),
                            to.resolve(name),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped catalogue as it is. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = from.relativize(file);
                if (!NOT_CATALOGUE.contains(name.getName(0).toString())) {
                    Files.createDirectories(
                            Objects.requireNonNull(to.resolve(name).getParent()));
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }
}
