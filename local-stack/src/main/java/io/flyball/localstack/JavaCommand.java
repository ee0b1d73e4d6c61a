package io.flyball.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line for a neighbour that is a Java program and shall be small and quick to start. */
final class JavaCommand {

    /** Half the time to compile; code that runs for long stays slower. */
    static final String COMPILE_QUICKLY = "-XX:TieredStopAtLevel=1";

    private JavaCommand() {}

    static List<String> of(Path java, NeighbourKind kind, int heapMegabytes, List<String> rest) {
        var command = new ArrayList<>(List.of(
                java.toString(),
                // First, so that a list of processes shows at a glance what this one is.
                "-Dflyball.neighbour=" + kind.label(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                // One that limps on without memory is worse than one that is seen to have ended.
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(rest);
        return List.copyOf(command);
    }
}
