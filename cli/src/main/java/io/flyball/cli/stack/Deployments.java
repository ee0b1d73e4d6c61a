package io.flyball.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Services that the demo deployed and left running; without their folder nobody could end them. */
record Deployments(StackFolder folder) {
    private static final int PATIENCE_SECONDS = 30;

    void stop() throws IOException, InterruptedException {
        var deployments = folder.path().resolve("deployments");
        var deployctl = folder.path().resolve("bin/deployctl");
        if (!Files.isDirectory(deployments) || !Files.isExecutable(deployctl)) {
            return;
        }
        try (var services = Files.newDirectoryStream(deployments, service -> Files.exists(service.resolve("pid")))) {
            for (var service : services) {
                stop(deployctl, service.getFileName().toString());
            }
        }
    }

    private static void stop(Path deployctl, String service) throws IOException, InterruptedException {
        var process = new ProcessBuilder(deployctl.toString(), "stop", service)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
