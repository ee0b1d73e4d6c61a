package io.flyball.spending;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a budget is for. */
public enum Scope {
    REQUEST,
    RUN,
    AGENT,
    PRINCIPAL,
    SERVICE,
    TENANT,
    /** Everything, of all tenants. */
    ALL;

    /** The tenant of what concerns all of them. */
    static final String EVERYBODY = "*";

    /** Whose budgets of this kind that spender's call takes from. */
    List<String> of(Spender spender) {
        return switch (this) {
            case REQUEST -> Stream.ofNullable(spender.request()).toList();
            case RUN -> spender.runs();
            case AGENT -> List.of(spender.agent());
            case PRINCIPAL -> List.of(spender.principal());
            case SERVICE -> Stream.ofNullable(spender.service()).toList();
            case TENANT -> List.of(spender.tenant());
            case ALL -> List.of(EVERYBODY);
        };
    }

    String tenant(Spender spender) {
        return this == ALL ? EVERYBODY : spender.tenant();
    }

    /** As files name it. */
    static Scope named(String name) {
        return Optional.of(name)
                .flatMap(wanted -> Stream.of(values())
                        .filter(scope -> scope.label().equals(wanted))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "a budget is of a request, run, agent, principal, service, tenant or all, not " + name));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
