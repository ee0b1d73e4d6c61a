package io.flyball.secrets;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * Finds whether a name holds any of many words, whatever its case and separators, in one pass over the name
 * (Aho and Corasick's automaton).
 */
final class Words {
    private static final int LETTERS = 26;
    private final int[] next;
    private final boolean[] found;
    private int states = 1;

    Words(Collection<String> words) {
        int most = 1 + words.stream().mapToInt(String::length).sum();
        next = new int[most * LETTERS];
        found = new boolean[most];
        words.forEach(this::insert);
        link();
    }

    private void insert(String word) {
        int state = 0;
        for (char c : word.replaceAll("[^A-Za-z]", "").toCharArray()) {
            int edge = state * LETTERS + letter(c);
            if (next[edge] == 0) {
                next[edge] = states++;
            }
            state = next[edge];
        }
        found[state] = true;
    }

    /** Gives each state the way it takes when the word breaks off. */
    private void link() {
        int[] back = new int[states];
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int letter = 0; letter < LETTERS; letter++) {
                int child = next[state * LETTERS + letter];
                int fallback = state == 0 ? 0 : next[back[state] * LETTERS + letter];
                if (child == 0) {
                    next[state * LETTERS + letter] = fallback;
                } else {
                    back[child] = fallback;
                    found[child] |= found[fallback];
                    queue.add(child);
                }
            }
        }
    }

    boolean anyIn(char[] text, int start, int end) {
        return endOfNext(text, start, end) >= 0;
    }

    /** Where the first of them ends that begins at or after {@code start}; -1 if none does. */
    int endOfNext(char[] text, int start, int end) {
        int state = 0;
        for (int i = start; i < end; i++) {
            int letter = letter(text[i]);
            if (letter >= 0) {
                state = next[state * LETTERS + letter];
                if (found[state]) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    /** 0 to 25, or -1 for what is no letter and so only separates. */
    private static int letter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z' && c < 128 ? lower - 'a' : -1;
    }
}
