package io.flyball.secrets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the detectors see. */
final class Findings {
    private final List<Finding> seen = new ArrayList<>();

    void add(int start, int end, String kind) {
        if (start < end) {
            seen.add(new Finding(start, end, kind));
        }
    }

    void add(Finding finding) {
        seen.add(finding);
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    /** In order and without overlaps: where two overlap, they become one that covers both and keeps the first's kind. */
    List<Finding> merged() {
        seen.sort(Comparator.comparingInt(Finding::start).thenComparing(f -> -f.end()));
        List<Finding> merged = new ArrayList<>();
        for (Finding next : seen) {
            Finding last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.start() >= last.end()) {
                merged.add(next);
            } else if (next.end() > last.end()) {
                merged.set(merged.size() - 1, new Finding(last.start(), next.end(), last.kind()));
            }
        }
        return merged;
    }
}
