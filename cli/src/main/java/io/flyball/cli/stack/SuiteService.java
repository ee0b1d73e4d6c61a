package io.flyball.cli.stack;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The services, in the order of their ports. The console stands first: it is the door, and is closed before the others. */
enum SuiteService {
    CONSOLE,
    ORCHESTRATOR,
    PLANNER,
    GOVERNOR,
    TOOL_EXECUTOR,
    COST_LEDGER,
    NOTIFIER;

    /** As everywhere else: tool-executor. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int port(int base) {
        return base + ordinal();
    }

    String url(int base) {
        return "http://127.0.0.1:" + port(base);
    }

    /** By the convention that all services keep. */
    String mainClass() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        var camelCase = Arrays.stream(words)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return "io.flyball." + String.join("", words) + "." + camelCase + "Application";
    }
}
