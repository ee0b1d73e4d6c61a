package io.flyball.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Which ports are taken, and by whom. */
public final class PortCheck {

    private static final int LONGEST_COMMAND = 160;

    private final PortOwners owners;

    public PortCheck() {
        this(Files.isReadable(Path.of("/proc/net/tcp")) ? new ProcPortOwners() : new LsofPortOwners());
    }

    PortCheck(PortOwners owners) {
        this.owners = owners;
    }

    /** Those of the ports that cannot be bound on loopback now. */
    public List<TakenPort> taken(Collection<Integer> ports) {
        return ports.stream()
                .filter(port -> !FreePorts.isFree(port))
                .map(this::describe)
                .toList();
    }

    /** @throws NeighbourFailed when one is taken; the message says which, and by whom */
    void requireFree(Collection<Integer> ports) {
        var taken = taken(ports);
        if (!taken.isEmpty()) {
            throw new NeighbourFailed("Cannot start: %s. End that process, or choose other ports."
                    .formatted(taken.stream().map(TakenPort::describe).collect(Collectors.joining("; "))));
        }
    }

    private TakenPort describe(int port) {
        var pid = owners.listening(port);
        return new TakenPort(port, pid, pid.isPresent() ? command(pid.getAsLong()) : TakenPort.UNKNOWN);
    }

    private static String command(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine().or(process.info()::command))
                .map(PortCheck::shorten)
                .orElse(TakenPort.UNKNOWN);
    }

    private static String shorten(String command) {
        return command.length() <= LONGEST_COMMAND ? command : command.substring(0, LONGEST_COMMAND) + "...";
    }

    /** How this system says which process listens on a port. */
    interface PortOwners {
        OptionalLong listening(int port);
    }
}
