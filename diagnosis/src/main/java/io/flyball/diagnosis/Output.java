package io.flyball.diagnosis;

import com.google.re2j.Pattern;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a probe's call.
 *
 * @param action the call's action
 * @param ended whether the tool ran to its end
 * @param succeeded whether it says that it succeeded
 * @param exitCode absent when there was no program
 * @param text what it printed, as far as it is there
 * @param whole whether all of it is there
 * @param problem what went wrong; empty when nothing did
 * @param at when it ended; absent when nobody has said
 */
public record Output(
        String action,
        boolean ended,
        boolean succeeded,
        @Nullable Integer exitCode,
        String text,
        boolean whole,
        String problem,
        @Nullable Instant at) {
    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    /**
     * The same without the lines that an earlier output had already, numbers aside: a log goes on to tell what was before a change.
     * A complaint that comes again in the same words is so taken for an old one.
     */
    public Output since(Output earlier) {
        Set<String> old = earlier.text.lines().map(Output::withoutNumbers).collect(Collectors.toSet());
        String fresh =
                text.lines().filter(line -> !old.contains(withoutNumbers(line))).collect(Collectors.joining("\n"));
        return new Output(action, ended, succeeded, exitCode, fresh, whole, problem, at);
    }

    private static String withoutNumbers(String line) {
        return NUMBERS.matcher(line).replaceAll("#");
    }
}
