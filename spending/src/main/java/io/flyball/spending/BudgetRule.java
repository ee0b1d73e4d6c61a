package io.flyball.spending;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A limit for everyone of some kind.
 *
 * @param of request, run, agent, principal, service, tenant or all
 * @param per hour, day or month; absent for one that never begins anew
 * @param tokens absent means that tokens are not limited
 * @param microDollars millionths of a US dollar; absent means that dollars are not limited
 * @param tenants for these alone; absent means for all
 * @param agents for these alone; absent means for all
 */
record BudgetRule(
        @JsonProperty(required = true) String of,
        @Nullable String per,
        @Nullable Long tokens,
        @Nullable Long microDollars,
        @Nullable List<String> tenants,
        @Nullable List<String> agents) {

    BudgetRule {
        per = per == null ? Period.EVER.label() : per;
        tenants = tenants == null ? List.of() : List.copyOf(tenants);
        agents = agents == null ? List.of() : List.copyOf(agents);
        Scope scope = Scope.named(of);
        boolean lasts = scope == Scope.REQUEST || scope == Scope.RUN;
        if (lasts != (Period.named(per) == Period.EVER)) {
            throw new IllegalArgumentException("a budget of a request or run has no 'per', and any other one has");
        }
        checked(tokens);
        checked(microDollars);
    }

    private static void checked(@Nullable Long limit) {
        if (limit != null && (limit < 0 || limit >= Charge.MOST)) {
            throw new IllegalArgumentException("a limit is between 0 and 2^53, not " + limit);
        }
    }

    Scope scope() {
        return Scope.named(of);
    }

    Period period() {
        return Period.named(String.valueOf(per));
    }

    boolean isFor(Spender spender) {
        return (tenants().isEmpty() || tenants().contains(spender.tenant()))
                && (agents().isEmpty() || agents().contains(spender.agent()));
    }

    @Override
    public List<String> tenants() {
        return tenants == null ? List.of() : tenants;
    }

    @Override
    public List<String> agents() {
        return agents == null ? List.of() : agents;
    }

    /** The more it is for few, the greater. */
    int closeness() {
        return (tenants().isEmpty() ? 0 : 1) + (agents().isEmpty() ? 0 : 1);
    }

    /** Two rules of one kind are never both applied. */
    String kind() {
        return of + ":" + per;
    }

    Stream<Unit> units() {
        return Stream.of(Unit.values()).filter(unit -> limit(unit) != null);
    }

    @Nullable
    Long limit(Unit unit) {
        return switch (unit) {
            case TOKENS -> tokens;
            case MICRO_DOLLARS -> microDollars;
        };
    }
}
