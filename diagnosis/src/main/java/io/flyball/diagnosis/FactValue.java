package io.flyball.diagnosis;

import java.util.Locale;

/** What a fact says: a number, a text, or yes and no. */
public sealed interface FactValue {

    /** A number; its unit stands at the fact. */
    record Amount(double number) implements FactValue {
        public Amount {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a number that a fact holds is finite, not " + number);
            }
        }

        @Override
        public String text() {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) number)
                    : String.format(Locale.ROOT, "%.2f", number);
        }
    }

    /** A text, as it came. */
    record Words(String text) implements FactValue {}

    /** Yes or no. */
    record Truth(boolean holds) implements FactValue {
        @Override
        public String text() {
            return String.valueOf(holds);
        }
    }

    /** For people, and for comparison with texts. */
    String text();
}
