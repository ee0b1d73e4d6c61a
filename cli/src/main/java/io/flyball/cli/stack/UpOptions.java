package io.flyball.cli.stack;

import io.flyball.localstack.Ports;
import java.util.ArrayList;
import java.util.List;

/**
 * What kind of stack is wanted.
 *
 * @param portBase first of its ports: the services have base to base + 6, the neighbours base + 10 to base + 15
 * @param tracing whether spans are collected
 */
record UpOptions(StackMode mode, int portBase, boolean tracing, Planning planning) {
    static final UpOptions USUAL = new UpOptions(StackMode.ONE_JVM, Ports.DEFAULT_BASE, true, Planning.AUTO);

    private static final int LAST = 15;

    UpOptions {
        if (portBase < 1 || portBase + LAST > 65_535) {
            throw new IllegalArgumentException("the port base must be between 1 and " + (65_535 - LAST));
        }
    }

    Ports neighbourPorts() {
        return Ports.from(portBase);
    }

    /** As they would be typed. */
    List<String> arguments() {
        var words = new ArrayList<>(List.of("--port-base=" + portBase, "--planner=" + planning));
        if (mode == StackMode.PROCESSES) {
            words.add("--processes");
        }
        if (!tracing) {
            words.add("--no-tracing");
        }
        return words;
    }
}
