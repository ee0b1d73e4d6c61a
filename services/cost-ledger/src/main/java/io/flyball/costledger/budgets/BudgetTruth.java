package io.flyball.costledger.budgets;

import io.flyball.costledger.ledger.Accounts;
import io.flyball.costledger.ledger.Bucket;
import io.flyball.costledger.ledger.Facets;
import io.flyball.spending.Budgets;
import io.flyball.spending.Charge;
import io.flyball.spending.Counters;
import io.flyball.spending.OpenHolds;
import io.flyball.spending.Spender;
import io.lettuce.core.RedisException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger is the truth about what was spent. Counters that were lost are rebuilt from it before anything is spent; counters that
 * are there are raised to it from time to time, because a planner that dies may have told the ledger and not them.
 */
final class BudgetTruth {
    private static final Logger log = LoggerFactory.getLogger(BudgetTruth.class);
    /** The longest month, and the longest that zones are apart. */
    private static final Duration MONTH = Duration.ofDays(33);

    private static final Duration DAY = Duration.ofHours(50);

    private final Accounts accounts;
    private final Budgets budgets;
    private final Counters counters;
    private final Raises raises;
    private final BooleanSupplier caughtUp;
    private final Clock clock;
    private final Duration raiseEvery;
    private Instant raised = Instant.EPOCH;
    private @Nullable Instant lost;

    /** Tells those counters. @param caughtUp whether the ledger has read everything that was told it until now */
    BudgetTruth(
            Accounts accounts,
            Budgets budgets,
            Counters counters,
            Raises raises,
            BooleanSupplier caughtUp,
            Clock clock,
            Duration raiseEvery) {
        this.accounts = accounts;
        this.budgets = budgets;
        this.counters = counters;
        this.raises = raises;
        this.caughtUp = caughtUp;
        this.clock = clock;
        this.raiseEvery = raiseEvery;
    }

    /** Tells the counters if they need it; what cannot be done now is done at a later look. */
    void look() {
        try {
            tell(clock.instant());
        } catch (RedisException | Accounts.Unavailable e) {
            log.debug("budgets cannot be told now: {}", e.toString());
        } catch (RuntimeException e) {
            log.error("budgets cannot be told", e);
        }
    }

    private void tell(Instant now) {
        if (!counters.isReady()) {
            lost = lost == null ? now : lost;
            if (!now.isBefore(lost.plus(OpenHolds.SAID_WITHIN)) && raises.isComplete() && caughtUp.getAsBoolean()) {
                raises.tell(counters, now, true);
                counters.rebuild(budgets.spent(
                        Stream.concat(hours(now, MONTH), runs(now)).toList(), now));
                raised = now;
                log.warn("budgets were lost, or never told, and are rebuilt from the ledger; spending goes on");
            }
            return;
        }
        lost = null;
        boolean due = !now.isBefore(raised.plus(raiseEvery));
        raises.tell(counters, now, due);
        if (due) {
            counters.rebuild(budgets.spent(hours(now, DAY).toList(), now));
            raised = now;
        }
    }

    private Stream<Budgets.Spent> hours(Instant now, Duration back) {
        return accounts.hours(begin(now, back), end(now)).stream().map(line -> spent(line, null));
    }

    /** Runs that may still go on. */
    private Stream<Budgets.Spent> runs(Instant now) {
        return accounts.runs(begin(now, MONTH), end(now)).stream()
                .map(Accounts.Line::bucket)
                .flatMap(bucket -> bucket instanceof Bucket.OfRunHour run ? Stream.of(run.runId()) : Stream.empty())
                .distinct()
                .flatMap(run -> accounts.run(run).stream().map(line -> spent(line, run)));
    }

    private static Instant begin(Instant now, Duration back) {
        return now.minus(back).truncatedTo(ChronoUnit.HOURS);
    }

    private static Instant end(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.HOURS);
    }

    /** What a run spent is told apart from what all spent, or it would count twice. */
    private static Budgets.Spent spent(Accounts.Line line, @Nullable String run) {
        Facets facets = facets(line.bucket());
        Spender spender = new Spender(
                facets.tenant(),
                facets.principal(),
                facets.agent(),
                null,
                run == null ? List.of() : List.of(run),
                null);
        return new Budgets.Spent(
                spender,
                line.bucket().hour(),
                new Charge(line.amount().tokens().all(), line.amount().costMicros()));
    }

    private static Facets facets(Bucket bucket) {
        return switch (bucket) {
            case Bucket.OfHour hour -> hour.facets();
            case Bucket.OfRun run -> run.facets();
            case Bucket.OfRunHour _ -> throw new IllegalStateException("hours of runs have no facets");
        };
    }
}
