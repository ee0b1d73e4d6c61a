package io.flyball.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageContextTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(
            strings = {"console", "orchestrator", "planner", "governor", "tool-executor", "cost-ledger", "notifier"})
    @DisplayName("OPS-1 an image holds every jar of its service's class path, and its own, and nothing else")
    void jars(String service) throws Exception {
        Process script = new ProcessBuilder("infra/images/build", "--context", service)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isZero();

        Path target = ROOT.resolve("services").resolve(service).resolve("target");
        List<String> needed = Stream.of(Files.readString(target.resolve("classpath.txt"))
                        .strip()
                        .split(":"))
                .map(jar -> Path.of(jar).getFileName().toString())
                .toList();
        Path context = ROOT.resolve("target/images").resolve(service);
        assertThat(Stream.concat(names(context.resolve("lib")), names(context.resolve("own"))))
                .containsAll(needed)
                .hasSize(needed.size() + 1)
                .anyMatch(jar -> jar.startsWith("flyball-" + service + "-"));
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList().stream();
        }
    }
}
