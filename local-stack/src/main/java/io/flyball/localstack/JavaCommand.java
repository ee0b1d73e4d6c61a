package io.flyball.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line for a neighbour that is a Java program: quick to start and small, rather than fast for hours. */
final class JavaCommand {

    private JavaCommand() {}

    static List<String> of(Path java, NeighbourKind kind, int heapMegabytes, List<String> rest) {
        var command = new ArrayList<>(List.of(
                java.toString(),
                // First, so that a list of processes shows at a glance what this one is.
                "-Dflyball.neighbour=" + kind.label(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // One that limps on without memory is worse than one that is seen to have ended.
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(rest);
        return List.copyOf(command);
    }
}
