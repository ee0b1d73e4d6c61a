package io.flyball.console.audit;

import io.flyball.console.door.Refusal;
import io.flyball.contract.AuditEntry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted: all that is given must fit. */
record AuditQuery(Map<String, String> wanted) implements Predicate<AuditEntry> {
    private static final Set<String> KNOWN =
            Set.of("run", "agent", "tool", "target", "by", "kind", "service", "action", "since", "until");

    AuditQuery {
        for (String name : wanted.keySet()) {
            if (!KNOWN.contains(name)) {
                throw Refusal.unprocessable("There is no filter " + name + ". Known are " + KNOWN + ".");
            }
        }
        time(wanted, "since");
        time(wanted, "until");
    }

    /** Whether nothing is left out. */
    boolean isEverything() {
        return wanted.isEmpty();
    }

    /** Whether whole chains are asked for, which a seal can cover. */
    boolean isWholeChains() {
        return Set.of("run").containsAll(wanted.keySet());
    }

    @Override
    public boolean test(AuditEntry entry) {
        Instant since = time(wanted, "since");
        Instant until = time(wanted, "until");
        return is("run", entry.getRunId())
                && is("agent", entry.getAgent())
                && is("tool", entry.getTool())
                && is("target", entry.getTarget())
                && is("by", entry.getActor())
                && is("kind", entry.getKind().name())
                && is("service", entry.getService())
                && is("action", entry.getActionId())
                && (since == null || !entry.getAt().isBefore(since))
                && (until == null || entry.getAt().isBefore(until));
    }

    private boolean is(String name, @Nullable String value) {
        String asked = wanted.get(name);
        return asked == null || asked.equalsIgnoreCase(value);
    }

    private static @Nullable Instant time(Map<String, String> wanted, String name) {
        String text = wanted.get(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            throw Refusal.unprocessable(name + " is a time such as 2026-11-27T03:00:00Z, not " + text + ".");
        }
    }
}
