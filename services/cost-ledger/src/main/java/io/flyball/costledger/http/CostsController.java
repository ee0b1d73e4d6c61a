package io.flyball.costledger.http;

import io.flyball.costledger.ledger.Accounts;
import io.flyball.costledger.ledger.GroupBy;
import io.flyball.costledger.ledger.Totals;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What things cost. */
@RestController
class CostsController {
    private final Accounts accounts;
    private final Clock clock;

    CostsController(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/costs")
    Mono<CostsJson> costs(@RequestParam MultiValueMap<String, String> parameters) {
        CostsQuery query = CostsQuery.parse(parameters, clock.instant());
        return reading(() -> {
            List<Accounts.Line> lines = query.by() == GroupBy.RUN
                    ? accounts.runs(query.from(), query.to())
                    : accounts.hours(query.from(), query.to());
            return CostsJson.of(query, Totals.of(query.by(), lines));
        });
    }

    @GetMapping("/costs/runs/{id}")
    Mono<RunCostsJson> run(@PathVariable String id) {
        return reading(() -> {
            List<Accounts.Line> lines = accounts.run(id);
            if (lines.isEmpty()) {
                throw problem(HttpStatus.NOT_FOUND, "No costs", "no usage is recorded for run " + id);
            }
            return RunCostsJson.of(id, lines);
        });
    }

    /** Reading the stores may wait for the disk, which an event loop must not. */
    private static <T> Mono<T> reading(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        Accounts.Unavailable.class,
                        e -> problem(HttpStatus.SERVICE_UNAVAILABLE, "Books not open", String.valueOf(e.getMessage())));
    }

    private static ErrorResponseException problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return new ErrorResponseException(status, problem, null);
    }
}
