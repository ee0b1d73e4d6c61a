package io.flyball.platform.halt;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** An order that is not answered yet. */
sealed interface OpenOrder {
    HaltOrder order();

    /** When it was read. */
    Instant heardAt();

    /**
     * Not everything here has seen it.
     *
     * @param look the number of the first look that began after it was read
     */
    record Heard(HaltOrder order, Instant heardAt, long look) implements OpenOrder {}

    /**
     * All here obeys; what ran is being ended.
     *
     * @param had all that ran when the order was obeyed first, or was ended for it before
     * @param ended what was ended for it
     * @param left what of it still runs; what begins later starts nothing
     */
    record Ending(HaltOrder order, Instant heardAt, Set<String> had, Set<String> ended, Set<String> left)
            implements OpenOrder {
        public Ending {
            had = Set.copyOf(had);
            ended = Set.copyOf(ended);
            left = Set.copyOf(left);
        }

        static Ending begin(Heard heard, HaltWork work) {
            return new Ending(
                    heard.order(), heard.heardAt(), union(work.running(), work.ended()), work.ended(), work.running());
        }

        Ending with(HaltWork work) {
            Set<String> still = new HashSet<>(left);
            still.retainAll(work.running());
            return new Ending(order, heardAt, union(had, work.ended()), union(ended, work.ended()), still);
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            Set<String> all = new HashSet<>(one);
            all.addAll(other);
            return all;
        }
    }
}
