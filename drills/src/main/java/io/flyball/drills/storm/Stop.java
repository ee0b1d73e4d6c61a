package io.flyball.drills.storm;

import java.util.List;

/**
 * One emergency stop in a storm; moments as {@link System#nanoTime} tells them.
 *
 * @param asked when somebody asked for it
 * @param answered when the console said that it holds
 * @param released when somebody asked to go on
 * @param openRuns how many runs were open when it was asked for; with none it shows nothing
 */
record Stop(long asked, long answered, long released, int openRuns) {
    private static final double NANOS = 1e6;

    /** How long whoever asked had to wait for the answer. */
    double answeredMillis() {
        return (answered - asked) / NANOS;
    }

    /** How long after it was asked for the last effect began; 0 if none did while it held. */
    double lastEffectMillis(List<Long> moments) {
        return moments.stream()
                .filter(moment -> moment > asked && moment < released)
                .mapToDouble(moment -> (moment - asked) / NANOS)
                .max()
                .orElse(0);
    }
}
