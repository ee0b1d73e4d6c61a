package io.flyball.orchestrator.entrance;

import io.flyball.orchestrator.config.BoundProperties;
import java.util.Map;
import java.util.TreeMap;

/** Shortens what is too long for a run, and says so where it was. */
final class Shortening {
    private final BoundProperties most;

    Shortening(BoundProperties most) {
        this.most = most;
    }

    /**
     * The same texts, as far as they fit.
     *
     * @param whole where all of it can be read, for the marks
     */
    Map<String, String> texts(Map<String, String> all, String whole) {
        Map<String, String> kept = new TreeMap<>();
        int left = most.texts();
        int missing = 0;
        for (Map.Entry<String, String> entry : new TreeMap<>(all).entrySet()) {
            String text = text(entry.getValue(), Math.min(most.text(), Math.max(100, left)), whole);
            int needs = entry.getKey().length() + text.length();
            if (kept.size() >= most.entries() || entry.getKey().length() > most.name() || needs > left + 300) {
                missing++;
            } else {
                kept.put(entry.getKey(), text);
                left -= needs;
            }
        }
        if (missing > 0) {
            kept.put("shortened", missing + " of " + all.size() + " are left out here; all are in " + whole);
        }
        return missing == 0 && kept.equals(all) ? all : kept;
    }

    /** The beginning of a text, of about so many characters, and a mark if that is not all of it. */
    static String text(String all, int most, String whole) {
        if (all.length() <= most) {
            return all;
        }
        int end = Character.isHighSurrogate(all.charAt(most - 1)) ? most - 1 : most;
        return all.substring(0, end) + "... (shortened: the first " + end + " of " + all.length()
                + " characters; all of it is in " + whole + ")";
    }
}
