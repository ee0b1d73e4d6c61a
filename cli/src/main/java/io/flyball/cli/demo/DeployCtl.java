package io.flyball.cli.demo;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The deployment tool of this machine, called as the tool executor calls it: by path, with nothing in the environment. */
final class DeployCtl {
    private static final int PATIENCE_SECONDS = 60;

    private final Path command;

    private DeployCtl(Path command) {
        this.command = command;
    }

    /**
     * Puts a deployctl into the folder from which the tool executor runs commands. It knows where the deployments are, since
     * the executor hands no variables on.
     */
    static DeployCtl install(Path script, Path bin, Path deployments) throws IOException {
        if (!Files.isExecutable(script)) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    script + " is not there.",
                    "Run the demo by the launcher of the project: ./flyball demo");
        }
        Files.createDirectories(bin);
        Path wrapper = bin.resolve("deployctl");
        Path fresh = Files.createTempFile(bin, "deployctl", "");
        Files.writeString(fresh, """
                #!/bin/sh
                FLYBALL_DEPLOYMENTS=%s exec %s "$@"
                """.formatted(quoted(deployments), quoted(script)));
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(fresh, wrapper, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return new DeployCtl(wrapper);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    /**
     * Runs one of its commands.
     *
     * @return what it printed
     * @throws CommandFailed if it failed, with what it said
     */
    String run(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            throw new CommandFailed(ExitCode.FAILED, String.join(" ", line) + " failed:\n" + output.strip(), "");
        }
        return output;
    }

    private static int exitCode(Process process) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return -1;
    }
}
