package io.flyball.console.api;

import io.flyball.console.door.BadBody;
import io.flyball.console.readmodel.RunView;
import io.flyball.contract.RunStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which runs a list wants. */
final class RunQuery {
    private static final Set<String> STATUSES =
            Arrays.stream(RunStatus.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    private static final String OPEN = "OPEN";

    private RunQuery() {}

    /** Runs whose status is among those, separated by commas; all if there are none. */
    static Predicate<RunView> withStatus(@Nullable String statuses) {
        if (statuses == null || statuses.isBlank()) {
            return _ -> true;
        }
        Set<String> wanted = Arrays.stream(statuses.toUpperCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        wanted.stream()
                .filter(status -> !OPEN.equals(status) && !STATUSES.contains(status))
                .findFirst()
                .ifPresent(unknown -> {
                    throw BadBody.at("?status", OPEN + " or some of " + STATUSES, unknown);
                });
        return run -> wanted.contains(run.standing().status()) || (wanted.contains(OPEN) && run.isOpen());
    }
}
