package io.flyball.drills.poison;

/**
 * One such drill.
 *
 * @param runs good runs, of which every one must end
 * @param bodies hostile bodies and records among them
 */
public record PoisonSettings(int runs, int bodies, long seed) {

    public PoisonSettings {
        if (runs < 1 || bodies < 1) {
            throw new IllegalArgumentException("at least 1 run and 1 body");
        }
    }

    /** The name of the good run, or the hostile body, of that number; the same drill names the same. */
    String name(String kind, int number) {
        return kind + "-" + Long.toString(seed, Character.MAX_RADIX) + "-" + number;
    }
}
