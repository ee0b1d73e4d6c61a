package io.flyball.toolexecutor.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to be started.
 *
 * @param program its file, absolute
 * @param arguments what it gets, as they are
 * @param directory where it works
 * @param environment all that it sees; nothing is inherited
 * @param marker unique to this start; every descendant that keeps its environment can be told by it
 * @param limits what it may use
 * @param containment how it is held
 * @param keep characters to keep of each end of its output
 */
public record Launch(
        Path program,
        List<String> arguments,
        Path directory,
        Map<String, String> environment,
        String marker,
        ResourceLimits limits,
        Containment containment,
        int keep) {

    public Launch {
        if (marker.isBlank()) {
            throw new IllegalArgumentException("without a marker every unmarked process would count as a child");
        }
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
