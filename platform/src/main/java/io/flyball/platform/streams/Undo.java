package io.flyball.platform.streams;

import java.util.ArrayList;
import java.util.List;

/** How to take back what a piece of work has written to its stores. */
final class Undo {
    private final List<Runnable> steps = new ArrayList<>();

    void add(Runnable step) {
        steps.add(step);
    }

    int size() {
        return steps.size();
    }

    /** Takes back everything after the first so many, the newest first. */
    void backTo(int size) {
        while (steps.size() > size) {
            steps.removeLast().run();
        }
    }

    /** What was written stays. */
    void clear() {
        steps.clear();
    }
}
