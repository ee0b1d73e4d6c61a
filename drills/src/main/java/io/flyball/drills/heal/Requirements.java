package io.flyball.drills.heal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a machine must have for a stage and for a fault. */
final class Requirements {
    private static final List<String> OF_THE_STAGE =
            List.of("redis-server", "redis-cli", "openssl", "python3", "curl", "ss", "setsid", "bash");

    private Requirements() {}

    /** What this machine does not have. */
    static Optional<String> missing(List<String> needs) {
        return Stream.concat(
                        OF_THE_STAGE.stream().filter(program -> !isHere(program)),
                        needs.stream().filter(need -> !has(need)))
                .findFirst();
    }

    private static boolean has(String need) {
        return switch (need) {
            case "root" -> System.getProperty("user.name", "").equals("root") && isHere("mount");
            case "postgres" -> isHere("postgres") && isHere("initdb") && isHere("psql");
            default -> isHere(need);
        };
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
