package io.flyball.toolexecutor.services;

import io.flyball.toolexecutor.services.ServiceState.Is;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What sv status prints: {@code run: till: (pid 71) 72s; run: log: (pid 70) 72s}, of which the service itself stands first. */
final class RunitStatus {
    private static final Pattern LINE = Pattern.compile("(run|down|finish): [^:]+: (?:\\(pid (\\d+)\\) )?(\\d+)s(.*)");
    /** Between two starts runsv waits a second: also what ends at once again and again is mostly seen so. */
    private static final String WANTED_UP = "want up";

    private RunitStatus() {}

    static ServiceState read(String text) {
        String said = text.strip();
        Matcher line = LINE.matcher(said.split("; (?=\\w+: log:)", 2)[0]);
        if (!line.find()) {
            return ServiceState.only(problem(said), said);
        }
        return new ServiceState(
                is(line.group(1), line.group(4)), said, number(line.group(2)), number(line.group(3)), null, null);
    }

    private static Is problem(String said) {
        if (said.contains("runsv not running") || said.contains("no ./supervise") || said.contains("unable to open")) {
            return Is.NO_MANAGER;
        }
        return said.contains("unable to change to service directory") || said.contains("file does not exist")
                ? Is.UNKNOWN_SERVICE
                : Is.UNCLEAR;
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    private static Is is(String word, String rest) {
        return switch (word) {
            case "run" -> rest.contains("want down") ? Is.STOPPING : Is.RUNNING;
            case "finish" -> Is.STOPPING;
            default -> rest.contains(WANTED_UP) ? Is.STARTING : Is.STOPPED;
        };
    }
}
