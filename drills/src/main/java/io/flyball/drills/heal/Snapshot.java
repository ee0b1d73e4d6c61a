package io.flyball.drills.heal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What there is on a stage at one moment.
 *
 * @param things how each thing is, by its name
 */
record Snapshot(Map<String, String> things) {

    Snapshot {
        things = Map.copyOf(things);
    }

    /** One thing a line: its name, a tab, how it is. */
    static Snapshot of(String text) {
        Map<String, String> things = new TreeMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int tab = line.indexOf('\t');
            things.put(tab < 0 ? line : line.substring(0, tab), tab < 0 ? "" : line.substring(tab + 1));
        });
        return new Snapshot(things);
    }

    /** What is neither as it was before the fault nor as the fault left it, and was not allowed to change. */
    List<String> collateral(Snapshot before, Snapshot broken, Predicate<String> allowed) {
        TreeSet<String> names = new TreeSet<>(things.keySet());
        names.addAll(before.things.keySet());
        names.addAll(broken.things.keySet());
        return names.stream()
                .filter(name -> !same(name, before) && !same(name, broken))
                .filter(name -> !allowed.test(name))
                .toList();
    }

    private boolean same(String name, Snapshot other) {
        return Objects.equals(things.get(name), other.things.get(name));
    }
}
