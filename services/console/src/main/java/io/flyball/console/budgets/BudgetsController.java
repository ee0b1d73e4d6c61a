package io.flyball.console.budgets;

import io.flyball.console.door.Caller;
import io.flyball.console.trace.TraceOfRequest;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Budgets for people. */
@RestController
final class BudgetsController {
    private static final String OF_REQUESTS = "/request:";

    private final BudgetRaiser raiser;

    BudgetsController(BudgetRaiser raiser) {
        this.raiser = raiser;
    }

    /** Those of which something was spent, the fullest first; those of single requests only where they are named. */
    @GetMapping("/api/budgets")
    List<BudgetView> list(@RequestParam Optional<String> budget, @RequestParam Optional<String> tenant) {
        return raiser.board(id -> budget.map(id::contains).orElseGet(() -> !id.contains(OF_REQUESTS))).stream()
                .map(BudgetView::of)
                .filter(view -> budget.map(view.budget()::equals).orElse(true))
                .filter(view -> tenant.map(view.tenant()::equals).orElse(true))
                .sorted(BudgetView.FULLEST_FIRST)
                .toList();
    }

    @PostMapping("/api/budgets/raise")
    BudgetRaiser.Raised raise(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        RaiseOrder order = RaiseOrder.read(body, caller);
        try (Scope _ = trace.makeCurrent()) {
            return raiser.raise(order);
        }
    }
}
