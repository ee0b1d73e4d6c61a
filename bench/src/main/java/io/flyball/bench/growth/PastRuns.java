package io.flyball.bench.growth;

/** Makes past runs. */
public final class PastRuns {
    private PastRuns() {}

    /** Seeds so many. */
    public static void seed(String kafka, int runs) throws InterruptedException {}
}
