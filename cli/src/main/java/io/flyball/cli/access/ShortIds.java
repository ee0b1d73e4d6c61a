package io.flyball.cli.access;

import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The beginnings of ids by which people name them: as short as they are told apart. Ids begin with their time, and what a
 * storm opens within a millisecond shares it.
 */
public final class ShortIds {
    /** The part of a UUIDv7 that is its time, to the millisecond: shorter ones would soon mean several. */
    private static final int SHORTEST = 13;

    private final TreeSet<String> all;

    /** Beginnings that are told apart among those. */
    public ShortIds(Collection<String> ids) {
        all = new TreeSet<>(ids);
    }

    /** The beginning of that id which no other one has; the whole id where another begins with it. */
    public String of(String id) {
        int needed = Math.max(shared(id, all.lower(id)), shared(id, all.higher(id))) + 1;
        return id.substring(0, Math.min(id.length(), Math.max(SHORTEST, needed)));
    }

    private static int shared(String id, @Nullable String other) {
        int same = 0;
        while (other != null && same < Math.min(id.length(), other.length()) && id.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
