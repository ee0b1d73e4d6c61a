package io.flyball.console.readmodel;

import io.flyball.contract.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest dead letters with their bytes, up to a number and a size; several services may send in the same one. */
@Component
public final class DeadLetterShelf {
    private final int most;
    private final long mostBytes;
    private final ChangeFeed feed;
    private final Map<String, Kept> letters = new LinkedHashMap<>();
    private long bytes;
    private long dropped;

    DeadLetterShelf(ReadModelProperties properties, ChangeFeed feed) {
        most = properties.deadLetters();
        mostBytes = properties.deadLetterBytes().toBytes();
        this.feed = feed;
    }

    private record Kept(
            DeadLetter letter,
            SortedSet<String> services,
            @Nullable Instant replayedAt) {

        DeadLetterView view() {
            return DeadLetterView.of(letter, services, replayedAt);
        }

        long size() {
            ByteBuffer value = letter.getValue();
            return value == null ? 0 : value.remaining();
        }
    }

    synchronized void take(DeadLetter letter) {
        String id = DeadLetterView.pathId(letter.getId());
        Kept before = letters.remove(id);
        SortedSet<String> services = new TreeSet<>();
        services.add(letter.getService());
        if (before != null) {
            services.addAll(before.services());
            bytes -= before.size();
        }
        Kept after = new Kept(letter, services, before == null ? null : before.replayedAt());
        letters.put(id, after);
        bytes += after.size();
        dropOldest();
        feed.append("dead-letter", after.view());
    }

    private void dropOldest() {
        Iterator<Kept> eldest = letters.values().iterator();
        while ((letters.size() > most || bytes > mostBytes) && letters.size() > 1) {
            bytes -= eldest.next().size();
            eldest.remove();
            dropped++;
        }
    }

    /** Notes that it was sent again. */
    public synchronized void replayed(String id, Instant at) {
        letters.computeIfPresent(DeadLetterView.pathId(id), (_, kept) -> new Kept(kept.letter(), kept.services(), at));
    }

    /** The dead letter of that id, in either form. */
    public synchronized Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.get(DeadLetterView.pathId(id))).map(Kept::letter);
    }

    public synchronized Optional<DeadLetterView> view(String id) {
        return Optional.ofNullable(letters.get(DeadLetterView.pathId(id))).map(Kept::view);
    }

    /** All that are kept, newest first. */
    public synchronized List<DeadLetterView> list() {
        List<DeadLetterView> views = new java.util.ArrayList<>(
                letters.values().stream().map(Kept::view).toList());
        Collections.reverse(views);
        return List.copyOf(views);
    }

    /** How many are no longer kept here, though the topic has them. */
    public synchronized long dropped() {
        return dropped;
    }
}
