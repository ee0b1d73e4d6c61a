package io.flyball.bench.load;

/** When runs are opened. */
public sealed interface Load {

    /** When the next run may be opened, in nanoseconds since the load began; beyond reach while it may not. */
    long nextAt(long opened, long inFlight, long now);

    /** Always so many runs in flight: the next opens when one ends. */
    record Closed(int inFlight) implements Load {
        public Closed {
            if (inFlight < 1) {
                throw new IllegalArgumentException("at least one run in flight");
            }
        }

        @Override
        public long nextAt(long opened, long open, long now) {
            return open < inFlight ? now : Long.MAX_VALUE;
        }
    }

    /** So many runs a second, whether earlier ones have ended or not; a run counts from when it should have been opened. */
    record Open(double perSecond) implements Load {
        private static final double SECOND = 1e9;

        public Open {
            if (!(perSecond > 0)) {
                throw new IllegalArgumentException("more than no run a second");
            }
        }

        @Override
        public long nextAt(long opened, long open, long now) {
            return Math.round(opened * SECOND / perSecond);
        }
    }
}
