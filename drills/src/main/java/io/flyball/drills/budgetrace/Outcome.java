package io.flyball.drills.budgetrace;

import java.util.Map;
import java.util.TreeMap;

/** What the three books say of the same calls, as a pure function of them. */
record Outcome(
        Map<String, ProviderStandIn.Billed> billed,
        Map<String, Booked.Entry> booked,
        long ledger,
        SmallBudgets budgets) {

    Map<String, Long> spent() {
        Map<String, Long> spent = new TreeMap<>();
        billed.values().forEach(it -> {
            spent.merge("all:day", it.micros(), Math::addExact);
            spent.merge("principal:" + it.principal() + ":day", it.micros(), Math::addExact);
        });
        return spent;
    }

    Map<String, Long> limits() {
        Map<String, Long> limits = new TreeMap<>();
        spent().keySet().forEach(budget -> limits.put(budget, limit(budget)));
        return limits;
    }

    Map<String, Long> overBy() {
        Map<String, Long> over = new TreeMap<>();
        spent().forEach((budget, micros) -> over.put(budget, Math.max(0, micros - limit(budget))));
        return over;
    }

    private long limit(String budget) {
        return budget.equals("all:day") ? budgets.all() : budgets.principal();
    }

    BudgetRaceFigures.Abandoned abandoned() {
        long calls = 0;
        long tooLittle = 0;
        long ours = 0;
        long theirs = 0;
        for (Map.Entry<String, Booked.Entry> it : booked.entrySet()) {
            if (it.getValue().estimated()) {
                long provider = provider(it.getKey());
                calls++;
                ours += it.getValue().micros();
                theirs += provider;
                tooLittle += it.getValue().micros() < provider ? 1 : 0;
            }
        }
        return new BudgetRaceFigures.Abandoned(calls, ours, theirs, tooLittle);
    }

    private long provider(String call) {
        ProviderStandIn.Billed it = billed.get(call);
        return it == null ? 0 : it.micros();
    }

    long unbooked() {
        return billed.keySet().stream()
                .filter(call -> !booked.containsKey(call))
                .count();
    }

    /** Without the abandoned calls, of which nobody knows what they did cost but the provider. */
    long ledgerMinusProvider() {
        long provider = billed.values().stream()
                .mapToLong(ProviderStandIn.Billed::micros)
                .sum();
        var abandoned = abandoned();
        return ledger - abandoned.ledgerMicros() - (provider - abandoned.providerMicros());
    }
}
