package io.flyball.drills.load;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is asked of the suite; the same seed always asks the same. Pure. */
public final class Orders {
    private static final int HELD_OUT_OF = 5;

    private Orders() {}

    /**
     * One run to be opened.
     *
     * @param key names its one effect
     * @param byAlert whether an alert opens it, or else a person
     * @param held whether its effect waits for an approval
     */
    public record Order(String key, boolean byAlert, boolean held) {}

    /** Half of them by alert; one in five held for approval. */
    public static List<Order> of(String drill, long seed, int runs) {
        Random chance = Random.from(new SplittableRandom(seed));
        return IntStream.range(0, runs)
                .mapToObj(number -> {
                    boolean byAlert = chance.nextBoolean();
                    boolean held = chance.nextInt(HELD_OUT_OF) == 0;
                    String name = drill + "-" + Long.toString(seed, Character.MAX_RADIX) + "-" + number;
                    return new Order(held ? "held-" + name : name, byAlert, held);
                })
                .toList();
    }
}
