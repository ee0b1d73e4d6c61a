package io.flyball.toolexecutor.processes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a virtual machine prints of its threads.
 *
 * @param threads those of Java; the machine's own workers have no state
 * @param deadlocks names of the threads that wait for each other, for each knot
 */
record ThreadText(List<Entry> threads, List<Set<String>> deadlocks) {
    private static final Pattern HEAD = Pattern.compile("\"(.*)\"(?: #\\d+)?.*");
    private static final Pattern CPU = Pattern.compile(" cpu=([0-9.]+)ms ");
    private static final Pattern STATE = Pattern.compile("\\s+java\\.lang\\.Thread\\.State: ([A-Z_]+).*");
    private static final Pattern FRAME = Pattern.compile("\\s+at (.*)");
    private static final Pattern WAITS =
            Pattern.compile("\\s+- (?:waiting to lock|parking to wait for) +<(0x[0-9a-f]+)>.*");
    private static final Pattern HOLDS = Pattern.compile("\\s+- locked <(0x[0-9a-f]+)>.*");
    private static final Pattern KNOT = Pattern.compile("Found (?:one|a) Java-level deadlock:");
    private static final Pattern IN_KNOT = Pattern.compile("\"(.*)\":");
    private static final int FRAMES = 5;

    ThreadText {
        threads = List.copyOf(threads);
        deadlocks = List.copyOf(deadlocks);
    }

    /** One thread; the lock for which it waits is empty where it waits for none. */
    record Entry(String name, String state, double cpuMillis, String waitsFor, Set<String> holds, List<String> frames) {
        Entry {
            holds = Set.copyOf(holds);
            frames = List.copyOf(frames);
        }
    }

    static ThreadText parse(String text) {
        int knots = text.indexOf("Java-level deadlock");
        String threads = knots < 0 ? text : text.substring(0, knots);
        return new ThreadText(threads(threads), deadlocks(text));
    }

    private static List<Entry> threads(String text) {
        List<Entry> threads = new ArrayList<>();
        for (String block : text.split("\n(?=\")|\n\n+")) {
            List<String> lines = block.strip().lines().toList();
            Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
            if (head.matches()) {
                String state = first(lines, STATE);
                if (!state.isEmpty()) {
                    threads.add(entry(head.group(1), state, lines));
                }
            }
        }
        return threads;
    }

    private static Entry entry(String name, String state, List<String> lines) {
        Matcher cpu = CPU.matcher(lines.getFirst());
        return new Entry(
                name,
                state,
                cpu.find() ? Double.parseDouble(cpu.group(1)) : 0,
                first(lines, WAITS),
                new LinkedHashSet<>(all(lines, HOLDS)),
                all(lines, FRAME).stream().limit(FRAMES).toList());
    }

    private static String first(List<String> lines, Pattern pattern) {
        return all(lines, pattern).stream().findFirst().orElse("");
    }

    private static List<String> all(List<String> lines, Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .toList();
    }

    /** In each section the threads stand first with a colon behind, until the stacks are told. */
    private static List<Set<String>> deadlocks(String text) {
        List<Set<String>> knots = new ArrayList<>();
        Set<String> knot = null;
        for (String line : text.lines().toList()) {
            if (KNOT.matcher(line).matches()) {
                knot = new LinkedHashSet<>();
                knots.add(knot);
            } else if (line.startsWith("Java stack information")) {
                knot = null;
            } else if (knot != null) {
                Matcher name = IN_KNOT.matcher(line);
                if (name.matches()) {
                    knot.add(name.group(1));
                }
            }
        }
        return knots;
    }

    /** How many threads are in each state. */
    Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        threads.forEach(thread -> states.merge(thread.state(), 1, Integer::sum));
        return states;
    }

    /** Who holds that lock; empty if nobody says so. */
    String holder(String lock) {
        return threads.stream()
                .filter(thread ->
                        thread.holds().contains(lock) && !thread.waitsFor().equals(lock))
                .map(Entry::name)
                .findFirst()
                .orElse("");
    }
}
