package io.flyball.drills.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Which earlier records of a run come again after a newer one, and in which order; the same seed says the same. Pure.
 *
 * @param <T> a record
 */
record Older<T>(long seed) {

    /**
     * Some of the earlier ones, shuffled.
     *
     * @param earlier what the run had on that topic before, oldest first
     * @param number how many records there were before this one, in all
     */
    List<T> after(List<T> earlier, long number) {
        Random chance = Random.from(new SplittableRandom(seed * 31 + number));
        List<T> again = new ArrayList<>();
        for (T one : earlier) {
            if (chance.nextInt(3) == 0) {
                again.add(one);
            }
        }
        Collections.shuffle(again, chance);
        return again;
    }

    /** All of them, shuffled, for one run in two. */
    List<T> afterTheEnd(List<T> all, long number) {
        Random chance = Random.from(new SplittableRandom(seed * 37 + number));
        if (chance.nextBoolean()) {
            return List.of();
        }
        List<T> again = new ArrayList<>(all);
        Collections.shuffle(again, chance);
        return again;
    }
}
