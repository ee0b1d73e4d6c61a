package io.flyball.catalogue.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shipped program, run as it is. */
final class Mendctl {
    static final int NOTHING_CHANGED = 3;
    private static final Path PROGRAM =
            Path.of(System.getProperty("mendctl", "bin/mendctl")).toAbsolutePath();

    private Mendctl() {}

    record Said(int exit, String text) {}

    static Said run(Object... words) throws IOException, InterruptedException {
        assumeHere("bash", "ss", "ps", "python3");
        List<String> command = Stream.concat(Stream.of(PROGRAM), Stream.of(words))
                .map(String::valueOf)
                .toList();
        return said(new ProcessBuilder(command));
    }

    static Said said(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }

    static void assumeHere(String... programs) {
        for (String program : programs) {
            assumeTrue(
                    Stream.of(System.getenv("PATH").split(":"))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                    program + " is not on this machine");
        }
    }
}
