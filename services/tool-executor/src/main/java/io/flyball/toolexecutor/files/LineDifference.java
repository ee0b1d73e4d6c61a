package io.flyball.toolexecutor.files;

import java.util.ArrayList;
import java.util.List;

/** What one text has that another has not, line by line; equal beginnings and ends are left out. */
final class LineDifference {
    private static final int MOST_LINES = 200;

    private LineDifference() {}

    static String between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int head = 0;
        while (head < Math.min(old.size(), fresh.size()) && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), fresh.size()) - head
                && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        List<String> lines = new ArrayList<>();
        lines.add("@@ from line " + (head + 1) + " @@");
        add(lines, "-", old.subList(head, old.size() - tail));
        add(lines, "+", fresh.subList(head, fresh.size() - tail));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String sign, List<String> changed) {
        changed.stream().limit(MOST_LINES).map(sign::concat).forEach(lines::add);
        if (changed.size() > MOST_LINES) {
            lines.add("[... " + (changed.size() - MOST_LINES) + " more lines with " + sign + " ...]");
        }
    }
}
