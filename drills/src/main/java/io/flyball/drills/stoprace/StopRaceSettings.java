package io.flyball.drills.stoprace;

/**
 * One such drill.
 *
 * @param trials emergency stops, each with a disturbance of its own
 */
public record StopRaceSettings(int trials, long seed) {

    public StopRaceSettings {
        if (trials < 1) {
            throw new IllegalArgumentException("at least 1 trial");
        }
    }

    String run(int number) {
        return "race-" + Long.toString(seed, Character.MAX_RADIX) + "-" + number;
    }
}
