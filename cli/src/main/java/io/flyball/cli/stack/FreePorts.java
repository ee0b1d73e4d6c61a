package io.flyball.cli.stack;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.localstack.NeighbourKind;
import io.flyball.localstack.PortCheck;
import io.flyball.localstack.TakenPort;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether all ports are free before anything starts. */
final class FreePorts {
    private FreePorts() {}

    /** @throws CommandFailed when one is taken; names whoever holds it */
    static void require(UpOptions options, Collection<SuiteService> services, Set<NeighbourKind> neighbours) {
        List<TakenPort> taken = new PortCheck()
                .taken(Stream.concat(
                                services.stream().map(service -> service.port(options.portBase())),
                                neighbours.stream().flatMap(kind -> options.neighbourPorts().of(kind).stream()))
                        .toList());
        if (!taken.isEmpty()) {
            throw new CommandFailed(
                    ExitCode.REFUSED,
                    "Cannot start:\n"
                            + taken.stream().map(port -> "  " + port.describe()).collect(Collectors.joining("\n")),
                    "End that process, or choose other ports with --port-base=" + other(options.portBase()) + ".");
        }
    }

    private static int other(int base) {
        return base + 100 < 65_000 ? base + 100 : 7_400;
    }
}
