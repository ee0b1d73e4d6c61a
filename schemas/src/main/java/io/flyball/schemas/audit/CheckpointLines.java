package io.flyball.schemas.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.json.JsonMapper;

/** Signed lines of heads that the audit's writer kept outside Kafka, read one after another. */
public final class CheckpointLines {
    /** An entry may be told, chained and signed that long after what it tells: executors try for an hour. */
    private static final Duration LATE = Duration.ofHours(2);

    /** How every line begins; nowhere else in a line, because quotes within its text are escaped. */
    private static final String BEGINNING = "{\"sealed\":\"";

    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable String key;
    private final Map<String, Head> heads = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> unfinished = new ArrayList<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long lines;

    /** @param key the public key that must have signed them, base64; null for any */
    public CheckpointLines(@Nullable String key) {
        this.key = key;
    }

    /** The next line. One that was left half written takes what an older version wrote behind it not with it. */
    public void add(String line) {
        lines++;
        int start = line.lastIndexOf(BEGINNING);
        if (start > 0 && isUnfinished(line.substring(0, start))) {
            left();
            read(line.substring(start));
        } else if (isUnfinished(line)) {
            left();
        } else {
            read(line);
        }
    }

    private void read(String line) {
        try {
            AuditSeal seal = AuditSeal.of(JSON.readTree(line));
            if (!seal.genuine()) {
                faults.add("checkpoint " + lines + " is not signed by the key that it names");
            } else if (key != null && !key.equals(seal.publicKey())) {
                faults.add("checkpoint " + lines + " is signed by another key");
            } else {
                keep(seal);
            }
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            faults.add("checkpoint " + lines + " cannot be read: " + e.getMessage());
        }
    }

    private void left() {
        unfinished.add("checkpoint " + lines + " was left half written; it proves nothing");
    }

    /** Whether that is how a line begins, and not its end: nothing in it was changed so that it cannot be read. */
    private static boolean isUnfinished(String line) {
        if (line.isEmpty() || !(line.startsWith(BEGINNING) || BEGINNING.startsWith(line))) {
            return false;
        }
        try {
            JSON.readTree(line);
            return false;
        } catch (UnexpectedEndOfInputException _) {
            return true;
        } catch (JacksonException _) {
            return false;
        }
    }

    private void keep(AuditSeal seal) {
        first = first == null || seal.at().isBefore(first) ? seal.at() : first;
        last = last == null || seal.at().isAfter(last) ? seal.at() : last;
        seal.heads()
                .chains()
                .forEach((chain, head) -> heads.merge(chain, head, (a, b) -> b.sequence() >= a.sequence() ? b : a));
    }

    /** How many lines there were. */
    public long lines() {
        return lines;
    }

    /** Lines that prove nothing, and why. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /**
     * Lines that somebody began to write and did not end, as by a full disk or a kill. They prove nothing and hide no more
     * than a line that is gone.
     */
    public List<String> unfinished() {
        return List.copyOf(unfinished);
    }

    /** The newest head of each chain. */
    public Heads heads() {
        return new Heads(heads, new TreeSet<>());
    }

    /** Of when entries are that must have been signed by now. */
    public Period covered() {
        return first == null || last == null ? Period.NEVER : new Period(first, last.minus(LATE));
    }
}
