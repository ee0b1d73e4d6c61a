package io.flyball.catalogue.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How far a change reaches: what it touches, and what needs that, near or far.
 *
 * @param touched names of the entries
 * @param dependants names of the entries of the same tenants that need one of those, the nearest first
 * @param foreign how many entries of other tenants need one of those, too
 */
public record BlastRadius(List<String> touched, List<String> dependants, int foreign) {
    /** Nobody knows. */
    public static final BlastRadius UNKNOWN = new BlastRadius(List.of(), List.of(), 0);

    private static final int NAMED = 10;

    public BlastRadius {
        touched = List.copyOf(touched);
        dependants = List.copyOf(dependants);
    }

    static BlastRadius of(Inventory inventory, List<InventoryEntry> touched) {
        Set<InventoryEntry> reached = new LinkedHashSet<>(touched);
        Deque<InventoryEntry> next = new ArrayDeque<>(touched);
        while (!next.isEmpty()) {
            String needed = next.poll().name();
            inventory.entries().stream()
                    .filter(entry -> Objects.requireNonNull(entry.dependsOn()).contains(needed))
                    .filter(reached::add)
                    .forEach(next::add);
        }
        List<InventoryEntry> dependants =
                reached.stream().filter(entry -> !touched.contains(entry)).toList();
        List<String> own = dependants.stream()
                .filter(entry -> touched.stream().anyMatch(one -> Objects.equals(one.tenant(), entry.tenant())))
                .map(InventoryEntry::name)
                .toList();
        return new BlastRadius(
                touched.stream().map(InventoryEntry::name).toList(), own, dependants.size() - own.size());
    }

    /** Entries that it reaches; 0 if nobody knows. */
    public int size() {
        return touched.size() + dependants.size() + foreign;
    }

    /** For people; empty if nobody knows. */
    public String words() {
        if (touched.isEmpty()) {
            return "";
        }
        String what = String.join(", ", touched);
        return size() == touched.size()
                ? what + "; nothing is known to depend on it"
                : what + "; needed by " + needing();
    }

    private String needing() {
        String named = String.join(", ", dependants.subList(0, Math.min(NAMED, dependants.size())));
        String more = dependants.size() > NAMED ? " and " + (dependants.size() - NAMED) + " more" : "";
        String others = foreign == 0 ? "" : foreign + " of other tenants";
        return named + more + (named.isEmpty() || others.isEmpty() ? "" : " and ") + others;
    }
}
