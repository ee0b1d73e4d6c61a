package io.flyball.cli.stack;

import io.flyball.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, as the launcher starts it. */
record CommandLineProcess(Path data) {
    /** The project is above this module, unless a build elsewhere says where it is. */
    private static final Path HOME =
            Path.of(System.getProperty("flyball.home", "..")).toAbsolutePath().normalize();

    /** How a command ended and what it wrote, errors included. */
    record Result(int exitCode, String said) {}

    Result run(String... words) throws IOException, InterruptedException {
        var said = Files.createTempFile("flyball", ".txt");
        try {
            var process = start(said, words);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("no end: " + List.of(words) + "\n" + Files.readString(said));
            }
            return new Result(process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    Process start(Path said, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("FLYBALL_HOME", HOME.toString());
        builder.environment().put("FLYBALL_DATA_DIR", data.toString());
        return builder.start();
    }
}
