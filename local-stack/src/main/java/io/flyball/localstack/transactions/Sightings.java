package io.flyball.localstack.transactions;

import io.flyball.localstack.transactions.OpenTransaction.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Since when open transactions have been seen; pure.
 *
 * @param since the first of the looks without a break in which each was open
 */
public record Sightings(Map<OpenTransaction, Instant> since) {

    public Sightings {
        since = Map.copyOf(since);
    }

    public static Sightings none() {
        return new Sightings(Map.of());
    }

    /** After a look: what is not open any more is forgotten. */
    public Sightings after(Collection<OpenTransaction> open, Instant now) {
        Map<OpenTransaction, Instant> next = new HashMap<>();
        open.forEach(transaction -> next.put(transaction, since.getOrDefault(transaction, now)));
        return new Sightings(next);
    }

    /** What has been open for so long that its coordinator must be asked. */
    public List<OpenTransaction> suspects(Duration patience, Instant now) {
        return since.entrySet().stream()
                .filter(sighting -> !sighting.getValue().plus(patience).isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The suspects of which no coordinator knows: nobody is going to end them. */
    static List<OpenTransaction> hanging(List<OpenTransaction> suspects, Set<Place> known) {
        return suspects.stream()
                .filter(transaction -> !known.contains(transaction.place()))
                .toList();
    }
}
