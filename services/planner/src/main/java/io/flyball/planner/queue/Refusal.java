package io.flyball.planner.queue;

import io.flyball.spending.Counter;
import io.flyball.spending.HoldAnswer;
import io.flyball.spending.Unit;
import java.math.BigDecimal;

/** A refusal in words: which budget, what is used, its limit, when it begins anew. */
final class Refusal {
    private static final int MICRO_DIGITS = 6;

    private Refusal() {}

    static String words(HoldAnswer.Refused refused) {
        Counter counter = refused.counter();
        String reset = counter.resetsAt() == null ? "it never begins anew" : "it begins anew at " + counter.resetsAt();
        return "budget %s of tenant %s has no room: %s of %s are used or set aside, and the next call may take %s; %s"
                .formatted(
                        counter.budget(),
                        counter.tenant(),
                        amount(refused.used(), counter.unit()),
                        amount(refused.limit(), counter.unit()),
                        amount(refused.wanted(), counter.unit()),
                        reset);
    }

    private static String amount(long amount, Unit unit) {
        return switch (unit) {
            case TOKENS -> amount + " tokens";
            case MICRO_DOLLARS -> "$" + BigDecimal.valueOf(amount, MICRO_DIGITS).toPlainString();
        };
    }
}
