package io.flyball.drills.budgetrace;

import io.flyball.drills.check.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What such a drill has come to; amounts in micro-dollars.
 *
 * @param kills how often each was broken
 * @param overBy by budget: how much more than its limit the provider has billed; 0 for none
 * @param holdsLeft what is still held in all counters after the leases have run out
 * @param ledgerMinusProvider over all calls but the abandoned
 * @param unbooked calls that the provider billed and no usage record tells of
 * @param abandoned calls whose spender died before it told what they cost; they count with their most
 * @param spent by budget, what the provider has billed
 */
public record BudgetRaceFigures(
        String drill,
        long seed,
        Map<Break, Integer> kills,
        long calls,
        Map<String, Long> overBy,
        long holdsLeft,
        long ledgerMinusProvider,
        long unbooked,
        Abandoned abandoned,
        Map<String, Long> spent,
        Map<String, Long> limit,
        double seconds)
        implements Report {

    /** @param tooLittle how many of them the ledger has with less than the provider billed */
    public record Abandoned(long calls, long ledgerMicros, long providerMicros, long tooLittle) {}

    /** One sentence for everything that does not hold. */
    public List<String> broken() {
        List<String> broken = new ArrayList<>();
        overBy.forEach((budget, over) -> {
            if (over > 0) {
                broken.add(budget + " is over by " + over + " micro-dollars");
            }
        });
        if (holdsLeft != 0) {
            broken.add(holdsLeft + " are still held");
        }
        if (ledgerMinusProvider != 0) {
            broken.add("the ledger has " + ledgerMinusProvider + " micro-dollars more than the provider");
        }
        if (unbooked + abandoned.tooLittle() > 0) {
            broken.add(unbooked + " billed calls are not told, " + abandoned.tooLittle() + " with too little");
        }
        if (!reached()) {
            broken.add("no budget came within a tenth of its limit, so none was put to the test");
        }
        return List.copyOf(broken);
    }

    private boolean reached() {
        return spent.entrySet().stream().anyMatch(budget -> {
            long most = limit.getOrDefault(budget.getKey(), 0L);
            return most > 0 && budget.getValue() * 10 >= most * 9;
        });
    }

    @Override
    public boolean good() {
        return broken().isEmpty();
    }

    @Override
    public String text() {
        return """
                %s: %s
                  calls            %d, of which %d abandoned
                  broken           %s
                  spent            %s
                  limit            %s
                  over by          %s
                  holds left       %d
                  ledger-provider  %d
                  took             %.1f s, seed %d%s
                """.formatted(
                        drill,
                        good() ? "every invariant holds" : "BROKEN",
                        calls,
                        abandoned.calls(),
                        kills,
                        spent,
                        limit,
                        overBy,
                        holdsLeft,
                        ledgerMinusProvider,
                        seconds,
                        seed,
                        good() ? "" : "\n  broken:\n    " + String.join("\n    ", broken()));
    }
}
