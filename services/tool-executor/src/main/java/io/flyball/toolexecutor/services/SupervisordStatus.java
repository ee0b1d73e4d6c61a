package io.flyball.toolexecutor.services;

import io.flyball.toolexecutor.services.ServiceState.Is;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What supervisorctl status prints: {@code till   RUNNING   pid 71, uptime 0:01:12}. */
final class SupervisordStatus {
    private static final Pattern LINE = Pattern.compile("(?m)^\\S+\\s+([A-Z]{4,})\\b[ \\t]*(.*)$");
    private static final Pattern RUNS =
            Pattern.compile("pid (\\d+), uptime (?:(\\d+) days?, )?(\\d+):(\\d\\d):(\\d\\d)");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private SupervisordStatus() {}

    static ServiceState read(String text) {
        String said = text.strip();
        Matcher line = LINE.matcher(said);
        if (said.contains("no such process") || said.contains("no such group")) {
            return ServiceState.only(Is.UNKNOWN_SERVICE, said);
        }
        if (!line.find()) {
            String lower = said.toLowerCase(Locale.ROOT);
            boolean away = lower.contains("refused") || lower.contains("no such file");
            return ServiceState.only(away ? Is.NO_MANAGER : Is.UNCLEAR, said);
        }
        Matcher runs = RUNS.matcher(line.group(2));
        return runs.find()
                ? new ServiceState(is(line.group(1)), said, Long.valueOf(runs.group(1)), uptime(runs), null, null)
                : ServiceState.only(is(line.group(1)), said);
    }

    private static long uptime(Matcher runs) {
        long days = runs.group(2) == null ? 0 : Long.parseLong(runs.group(2));
        return days * DAY
                + Long.parseLong(runs.group(3)) * HOUR
                + Long.parseLong(runs.group(4)) * MINUTE
                + Long.parseLong(runs.group(5));
    }

    private static Is is(String word) {
        return switch (word) {
            case "RUNNING" -> Is.RUNNING;
            case "STARTING" -> Is.STARTING;
            case "STOPPING" -> Is.STOPPING;
            case "STOPPED" -> Is.STOPPED;
            case "BACKOFF" -> Is.CRASHING;
            case "EXITED", "FATAL" -> Is.FAILED;
            default -> Is.UNCLEAR;
        };
    }
}
