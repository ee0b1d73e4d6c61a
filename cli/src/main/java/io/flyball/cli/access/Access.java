package io.flyball.cli.access;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which suite a command talks to: the one on this machine, or the one that {@code --url} names. */
public final class Access {
    private static final String NOT_UP = "Start it with 'flyball up -d', or name a console elsewhere with --url.";

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Console to talk to. Default: $FLYBALL_URL, else that of the stack on this machine.")
    private @Nullable String url;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Folder of the stack on this machine. Default: $FLYBALL_DATA_DIR, else the project's own.")
    private @Nullable Path dataDir;

    private final Shell shell;

    public Access(Shell shell) {
        this.shell = shell;
    }

    /** The folder of the stack on this machine. */
    public DataFolder dataFolder() {
        Path named = dataDir;
        if (named != null) {
            return new DataFolder(named);
        }
        String variable = shell.variable("FLYBALL_DATA_DIR");
        Path project = Path.of(shell.variable("FLYBALL_HOME"));
        return new DataFolder(variable.isEmpty() ? project.resolve(".flyball") : Path.of(variable));
    }

    /** The console that was named by option or variable; empty if the stack on this machine is meant. */
    public Optional<URI> remote() {
        String named = url;
        String wanted = named != null ? named : shell.variable("FLYBALL_URL");
        return wanted.isEmpty() ? Optional.empty() : Optional.of(address(wanted));
    }

    private static URI address(String text) {
        String stripped = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI address = new URI(stripped);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (java.net.URISyntaxException _) {
            // The same advice as for an address without a host.
        }
        throw new CommandFailed(
                ExitCode.USAGE, "'" + text + "' is no URL.", "For example: --url http://127.0.0.1:7400");
    }

    /** What runs on this machine. */
    public StackFile stack() {
        return dataFolder().stack().orElseThrow(() -> notUp(dataFolder().stackFile()));
    }

    private static CommandFailed notUp(Path stackFile) {
        return new CommandFailed(ExitCode.UNREACHABLE, "The stack is not up: there is no " + stackFile + ".", NOT_UP);
    }

    /** A client of the console. */
    public Console console() {
        URI address = remote().orElseGet(() -> URI.create(stack().url("console")
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.UNREACHABLE, dataFolder().stackFile() + " names no console.", NOT_UP))));
        return new Console("console", address, token(address));
    }

    /** A client of the cost ledger, which the console does not stand in front of. */
    public Console costLedger() {
        String variable = shell.variable("FLYBALL_COST_URL");
        if (variable.isEmpty() && remote().isPresent()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "With --url the cost ledger must be named too.",
                    "Set FLYBALL_COST_URL, for example to http://127.0.0.1:7405");
        }
        URI address = variable.isEmpty()
                ? URI.create(stack().url("cost-ledger").orElse("http://127.0.0.1:7405"))
                : address(variable);
        return new Console("cost ledger", address, token(address));
    }

    /** The Redis that holds the emergency stop; empty where only the console can reach it. */
    public Optional<URI> redis() {
        String variable = shell.variable("FLYBALL_REDIS_URL");
        if (!variable.isEmpty()) {
            return Optional.of(URI.create(variable));
        }
        return remote().isPresent()
                ? Optional.empty()
                : Optional.of(URI.create(dataFolder()
                        .stack()
                        .flatMap(stack -> stack.url("redis"))
                        .orElse("redis://127.0.0.1:7414")));
    }

    /** The local token leaves this machine only when it is named on purpose. */
    private Optional<String> token(URI address) {
        String variable = shell.variable("FLYBALL_TOKEN");
        if (!variable.isEmpty()) {
            return Optional.of(variable);
        }
        return isLoopback(address) ? dataFolder().token() : Optional.empty();
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
