package io.flyball.cli.stack;

import io.flyball.cli.Main;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts a stack that stays when this process ends: a supervisor of its own, followed until everything is ready. */
record Detached(UpOptions options, StackFolder folder, Progress progress) {
    private static final String LOG = "supervisor";
    private static final int LOOK_MILLIS = 50;

    /** @throws CommandFailed when it does not come up; why was told as progress */
    StackRecord start() throws IOException, InterruptedException {
        folder.beginLog(LOG);
        try (var _ = EndOfProcess.expect()) {
            var supervisor = Child.startDetached(command(), Path.of("").toAbsolutePath(), folder.log(LOG));
            try {
                return awaitReady(supervisor);
            } catch (InterruptedException e) {
                supervisor.destroy();
                supervisor.waitFor();
                throw e;
            }
        }
    }

    private StackRecord awaitReady(Process supervisor) throws InterruptedException {
        var log = new LogFollower(folder.log(LOG), 0);
        while (supervisor.isAlive()) {
            log.next().forEach(progress::say);
            var record = folder.record()
                    .filter(StackRecord::ready)
                    .filter(found -> found.supervisor().pid() == supervisor.pid());
            if (record.isPresent()) {
                return record.get();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        log.next().forEach(progress::say);
        throw new CommandFailed(exitCode(supervisor), "The stack did not come up.", "");
    }

    private static ExitCode exitCode(Process supervisor) {
        return Arrays.stream(ExitCode.values())
                .filter(code -> code != ExitCode.OK && code.code() == supervisor.exitValue())
                .findFirst()
                .orElse(ExitCode.FAILED);
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                UpCommand.SUPERVISOR,
                "--data-dir=" + folder.path()));
        command.addAll(options.arguments());
        return command;
    }
}
