package io.flyball.console.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.schemas.audit.AuditCheck;
import io.flyball.schemas.audit.AuditJson;
import io.flyball.schemas.audit.AuditSeal;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of an answer: the entries that are wanted, and at the end a seal over them if there is a key. */
final class AuditLines implements Iterator<String>, AutoCloseable {
    private final AuditTopic topic;
    private final AuditQuery query;
    private final @Nullable KeyPair key;
    private final Clock clock;
    private final AuditCheck sealed = new AuditCheck();
    private @Nullable String next;
    private boolean ended;

    AuditLines(AuditTopic topic, AuditQuery query, @Nullable KeyPair key, Clock clock) {
        this.topic = topic;
        this.query = query;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = look();
        }
        return next != null;
    }

    private @Nullable String look() {
        while (topic.hasNext()) {
            String line = line(topic.next());
            if (!line.isEmpty()) {
                return line;
            }
        }
        ended = true;
        return key == null ? null : AuditSeal.line(clock.instant(), sealed.heads(), key) + "\n";
    }

    private String line(AuditTopic.Found found) {
        return switch (found) {
            case AuditTopic.Found.Entry(AuditEntry entry)
            when query.test(entry) -> {
                sealed.add(entry);
                yield AuditJson.of(entry) + "\n";
            }
            case AuditTopic.Found.Entry _ -> "";
            // Whose it was nobody knows, so it belongs to everything and to no single run.
            case AuditTopic.Found.Damage(String why) ->
                key != null && query.isEverything() ? AuditJson.unreadable(why) + "\n" : "";
        };
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        String line = next;
        next = null;
        return line == null ? "" : line;
    }

    @Override
    public void close() {
        topic.close();
    }
}
