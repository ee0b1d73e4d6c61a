package io.flyball.cli.stack;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.localstack.NeighbourFailed;
import io.flyball.localstack.Ports;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the whole suite on this machine. */
@Command(
        name = "up",
        description = {
            "Start the whole suite on this machine: broker, schema registry, Redis, tracing and all services.",
            "Stays in the foreground until Ctrl-C, which lets the services finish their work and ends everything; with "
                    + "--detach it returns when everything is ready. If the stack is up already, says where."
        },
        footer = {"Examples:", "  flyball up", "  flyball up -d", "  flyball up -d --processes --port-base 8400"})
public final class UpCommand implements Callable<Integer> {
    /** Given by a detaching command to the process that stays. */
    static final String SUPERVISOR = "--supervisor";

    @Option(
            names = "--processes",
            description = "Run each service in a JVM of its own with the OpenTelemetry agent, as in production.")
    private boolean processes;

    @Option(
            names = {"-d", "--detach"},
            description = "Return when everything is ready.")
    private boolean detach;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description = "First port of the stack; it takes this to this + 15. Default: ${DEFAULT-VALUE}.")
    private int portBase = Ports.DEFAULT_BASE;

    @Option(names = "--no-tracing", description = "Start no tracing back end and collect no spans.")
    private boolean noTracing;

    @Option(
            names = "--planner",
            paramLabel = "WHICH",
            defaultValue = "auto",
            description = "Which planner decides: ${COMPLETION-CANDIDATES}. Default: auto, which is the model where a "
                    + "key is given (ANTHROPIC_API_KEY, OPENAI_API_KEY), else the runbook.")
    private Planning planning = Planning.AUTO;

    @Option(names = SUPERVISOR, hidden = true)
    private boolean supervisor;

    private final Shell shell;
    private final Access access;

    public UpCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = ThisMachine.folder(access);
        folder.prepare();
        var options = options();
        var banner = new Banner(shell.terminal(), folder);
        var progress = Progress.on(shell.terminal());
        var lock = StackLock.take(folder);
        if (lock.isEmpty()) {
            banner.wasUp(new AlreadyUp(folder).await(progress));
        } else if (detach) {
            lock.get().close();
            banner.started(new Detached(options, folder, progress).start(), "flyball down");
        } else {
            try (var _ = lock.get()) {
                supervise(new Supervisor(options, folder, Installation.of(shell), progress), banner);
            }
        }
        return ExitCode.OK.code();
    }

    private void supervise(Supervisor stack, Banner banner) throws IOException, InterruptedException {
        try {
            stack.run(() -> {
                if (!supervisor) {
                    stack.folder().record().ifPresent(record -> banner.started(record, "Ctrl-C"));
                }
            });
        } catch (NeighbourFailed e) {
            throw new CommandFailed(ExitCode.FAILED, String.valueOf(e.getMessage()), "");
        }
    }

    private UpOptions options() {
        try {
            return new UpOptions(processes ? StackMode.PROCESSES : StackMode.ONE_JVM, portBase, !noTracing, planning);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()), "");
        }
    }
}
