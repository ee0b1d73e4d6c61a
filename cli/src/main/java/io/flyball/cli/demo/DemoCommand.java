package io.flyball.cli.demo;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a real incident on this machine. */
@Command(
        name = "demo",
        description = {
            "Play a real incident on this machine, from the alert to the verified repair.",
            "Starts the stack if it is not up, deploys a small web service, breaks it with a bad release, and sends "
                    + "the alert that Alertmanager would send. The agent finds the cause and proposes a rollback; "
                    + "you approve or deny it. The stack stays up afterwards."
        },
        footer = {
            "Ends with 0 only if the service is really healthy again; with 8 if it is not, as after a denial.",
            "Examples:",
            "  flyball demo",
            "  flyball demo --yes",
            "  flyball demo --deny",
            "  flyball demo --fault drift"
        })
public final class DemoCommand implements Callable<Integer> {

    /** What to answer without asking. */
    private static final class Answer {
        @Option(names = "--yes", required = true, description = "Approve without asking.")
        private boolean yes;

        @Option(names = "--deny", required = true, description = "Deny without asking: the run hands over to a person.")
        private boolean deny;
    }

    @ArgGroup(exclusive = true)
    private @Nullable Answer answer;

    @Option(names = "--model", description = "Let the configured model plan instead of the runbook.")
    private boolean model;

    @Option(names = "--keep", description = "Leave the web service running at the end.")
    private boolean keep;

    @Option(names = "--down", description = "End the stack afterwards if the demo started it.")
    private boolean down;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "PT10M",
            description = "How long the run may take, ISO 8601. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofMinutes(10);

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            description = {
                "Play that fault of the lab instead, on a shop and a suite of its own that are gone afterwards.",
                "They are the folders of faults/, for example dead, drift or lock-chain."
            })
    private @Nullable String fault;

    private final Shell shell;
    private final Access access;
    private final Clock clock;
    private final SuiteStarter starter;

    public DemoCommand(Shell shell, Access access, Clock clock, SuiteStarter starter) {
        this.shell = shell;
        this.access = access;
        this.clock = clock;
        this.starter = starter;
    }

    @Override
    public Integer call() throws Exception {
        if (access.remote().isPresent()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "The demo breaks and repairs a service on this machine, so it needs the stack of this machine.",
                    "Leave --url out and unset FLYBALL_URL.");
        }
        if (fault != null) {
            return ofTheLab(fault);
        }
        var settings = new DemoSettings(reply(), model, keep, down, timeout, project());
        return new Demo(shell, access, clock, starter, settings).play().code();
    }

    /** The lab is a program of its own, with the same launcher. */
    private int ofTheLab(String name) throws IOException, InterruptedException {
        return new ProcessBuilder(project().resolve("flyball").toString(), "heal", "--faults", name, "--story")
                .inheritIO()
                .start()
                .waitFor();
    }

    private DemoSettings.Reply reply() {
        Answer given = answer;
        if (given == null || given.yes == given.deny) {
            return DemoSettings.Reply.ASK;
        }
        return given.yes ? DemoSettings.Reply.APPROVE : DemoSettings.Reply.DENY;
    }

    /** Where the launcher stands, and with it the folder demo. */
    private Path project() {
        return Path.of(shell.variable("FLYBALL_HOME")).toAbsolutePath();
    }
}
