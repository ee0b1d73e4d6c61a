package io.flyball.drills.suite;

import io.flyball.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The services. Each has topics on which its next record shows that it is back; none where it seldom writes. */
public enum Service {
    CONSOLE(Topics.RUN_REQUESTS, Topics.ALERTS),
    ORCHESTRATOR(Topics.RUN_EVENTS),
    PLANNER(Topics.PLAN_DECISIONS),
    GOVERNOR(Topics.ACTION_VERDICTS),
    TOOL_EXECUTOR(Topics.TOOL_RESULTS),
    COST_LEDGER(),
    NOTIFIER(Topics.NOTIFICATION_RECEIPTS);

    private final List<String> writes;

    Service(String... writes) {
        this.writes = List.of(writes);
    }

    /** As everywhere else: tool-executor. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Topics on which its next record shows that it is back. */
    public List<String> writes() {
        return writes;
    }

    String mainClass() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        String camelCase = Arrays.stream(words)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
        return "io.flyball." + String.join("", words) + "." + camelCase + "Application";
    }
}
