package io.flyball.orchestrator.run;

import java.util.HashMap;
import java.util.Map;

/** How alike two texts are, by the pairs of characters that they share (Dice's coefficient). */
final class Similarity {
    private Similarity() {}

    /** From 0, nothing in common, to 1, the same. */
    static double of(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() < 2 || b.length() < 2) {
            return 0;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < a.length(); i++) {
            pairs.merge(a.substring(i, i + 2), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i + 1 < b.length(); i++) {
            String pair = b.substring(i, i + 2);
            int left = pairs.getOrDefault(pair, 0);
            if (left > 0) {
                pairs.put(pair, left - 1);
                shared++;
            }
        }
        return 2.0 * shared / (a.length() - 1 + b.length() - 1);
    }
}
