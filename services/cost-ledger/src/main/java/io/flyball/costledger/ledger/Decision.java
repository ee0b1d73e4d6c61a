package io.flyball.costledger.ledger;

import java.util.List;

/** What becomes of a usage record. */
public sealed interface Decision {

    /** It is an entry: the amount goes into each of the buckets. */
    record Recorded(Amount amount, List<Bucket> buckets) implements Decision {

        public Recorded {
            buckets = List.copyOf(buckets);
        }
    }

    /** Nothing changes, because it is in the ledger. */
    record Repeated(String why) implements Decision {}

    /** It cannot be true, so it is not added to anything. */
    record Refused(String why) implements Decision {}
}
