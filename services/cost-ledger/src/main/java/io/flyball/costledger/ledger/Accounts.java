package io.flyball.costledger.ledger;

import java.time.Instant;
import java.util.List;

/** The books, for reading. Hours are whole; the end is not included. */
public interface Accounts {

    /** A bucket and what is in it; the same bucket may come several times. */
    record Line(Bucket bucket, Amount amount) {}

    /**
     * What was used in these hours, by kind.
     *
     * @throws Unavailable if not all of it can be read here and now
     */
    List<Line> hours(Instant from, Instant to);

    /**
     * What runs used in these hours.
     *
     * @throws Unavailable if not all of it can be read here and now
     */
    List<Line> runs(Instant from, Instant to);

    /**
     * What one run used, by kind; empty if there is no entry for it.
     *
     * @throws Unavailable if not all of it can be read here and now
     */
    List<Line> run(String runId);

    /** Rather no answer than a part of it. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String why) {
            super(why);
        }
    }
}
