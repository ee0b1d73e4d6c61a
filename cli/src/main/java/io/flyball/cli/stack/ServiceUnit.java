package io.flyball.cli.stack;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.localstack.RememberedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process and the services in it. */
final class ServiceUnit {
    /** Services end within 20 s; this is for a machine that is busy. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private static final int LINES_THAT_EXPLAIN = 15;

    private final String name;
    private final List<SuiteService> services;
    private final List<String> command;
    private final StackFolder folder;
    private @Nullable Child child;

    private ServiceUnit(String name, List<SuiteService> services, List<String> command, StackFolder folder) {
        this.name = name;
        this.services = List.copyOf(services);
        this.command = List.copyOf(command);
        this.folder = folder;
    }

    /** The processes that this stack's services run in. */
    static List<ServiceUnit> of(List<SuiteService> services, ServiceSettings settings) {
        var commands = new JavaCommands(settings);
        return switch (settings.options().mode()) {
            case ONE_JVM -> List.of(new ServiceUnit("suite", services, commands.together(services), settings.folder()));
            case PROCESSES ->
                services.stream()
                        .map(service -> new ServiceUnit(
                                service.label(), List.of(service), commands.alone(service), settings.folder()))
                        .toList();
        };
    }

    String name() {
        return name;
    }

    List<SuiteService> services() {
        return services;
    }

    synchronized void start() {
        services.forEach(service -> folder.beginLog(service.label()));
        if (services.size() > 1) {
            folder.beginLog(name);
        }
        try {
            child = Child.start(command, folder.path(), folder.log(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    synchronized void stop() {
        if (child != null) {
            child.stop(RememberedClasses.grace(GRACE));
        }
    }

    synchronized boolean alive() {
        return child != null && child.alive();
    }

    synchronized ProcessMark mark() {
        if (child == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return child.mark();
    }

    /** What to say about a process that has ended by itself. */
    synchronized CommandFailed ended(SuiteService service) {
        var how = child == null || child.alive() ? "" : " with exit code " + child.exitCode();
        var log = folder.log(name);
        var said = LogTail.of(log, LINES_THAT_EXPLAIN);
        var reasons = said.stream().filter(line -> line.startsWith("FAILED ")).toList();
        return new CommandFailed(
                ExitCode.FAILED,
                "%s did not come up: its process ended%s.%n    %s"
                        .formatted(
                                service.label(),
                                how,
                                String.join(System.lineSeparator() + "    ", reasons.isEmpty() ? said : reasons)),
                "The log: " + log);
    }
}
