package io.flyball.costledger.ledger;

import io.flyball.catalogue.PriceBook;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Decides whether a usage record is an entry, what it costs and where it counts. */
public final class Ledger {
    /** No call comes near these; a record beyond them would spoil totals for good. */
    private static final long MOST_TOKENS = 1_000_000_000;

    private static final long MOST_MILLIS = Duration.ofDays(365).toMillis();
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);

    private final PriceBook prices;

    public Ledger(PriceBook prices) {
        this.prices = prices;
    }

    /** The same record with the same memory is always decided alike. */
    public Decision decide(Memory memory, UsageRecord usage) {
        return switch (memory) {
            case SEEN -> new Decision.Repeated("an entry for this usage id exists");
            case NEW -> implausible(usage).<Decision>map(Decision.Refused::new).orElseGet(() -> record(usage));
        };
    }

    private Decision record(UsageRecord usage) {
        return new Decision.Recorded(price(usage), buckets(usage));
    }

    private Amount price(UsageRecord usage) {
        Facets facets = usage.facets();
        if (!facets.ofModel()) {
            return new Amount(1, 0, 0, usage.tokens(), usage.durationMillis());
        }
        Tokens tokens = usage.tokens();
        long cost = prices.costMicros(
                facets.provider(),
                facets.model(),
                tokens.input(),
                tokens.output(),
                tokens.cacheRead(),
                tokens.cacheWrite(),
                usage.usedAt());
        return new Amount(1, isGuess(usage) && cost > 0 ? 1 : 0, cost, tokens, usage.durationMillis());
    }

    private boolean isGuess(UsageRecord usage) {
        return switch (prices.priceOf(usage.facets().provider(), usage.facets().model(), usage.usedAt())) {
            case PriceBook.Price.Known _ -> false;
            case PriceBook.Price.Unknown _ -> true;
        };
    }

    private static List<Bucket> buckets(UsageRecord usage) {
        Instant hour = usage.usedAt().truncatedTo(ChronoUnit.HOURS);
        Bucket ofHour = new Bucket.OfHour(hour, usage.facets());
        String run = usage.runId();
        return run == null
                ? List.of(ofHour)
                : List.of(ofHour, new Bucket.OfRunHour(hour, run), new Bucket.OfRun(run, hour, usage.facets()));
    }

    private static Optional<String> implausible(UsageRecord usage) {
        if (usage.id().isBlank()) {
            return Optional.of("a usage record without an id cannot be counted exactly once");
        }
        if (!usage.tokens().allBetween(0, MOST_TOKENS)) {
            return Optional.of("tokens must be between 0 and " + MOST_TOKENS + ", not " + usage.tokens());
        }
        if (usage.durationMillis() < 0 || usage.durationMillis() > MOST_MILLIS) {
            return Optional.of(
                    "durationMillis must be between 0 and " + MOST_MILLIS + ", not " + usage.durationMillis());
        }
        return implausibleTime(usage);
    }

    private static Optional<String> implausibleTime(UsageRecord usage) {
        if (usage.usedAt().isBefore(Instant.EPOCH)) {
            return Optional.of("usedAt is before 1970: " + usage.usedAt());
        }
        if (usage.usedAt().isAfter(usage.reportedAt().plus(CLOCKS_DIFFER_BY))) {
            return Optional.of(
                    "usedAt " + usage.usedAt() + " is more than a day after the report of " + usage.reportedAt());
        }
        return Optional.empty();
    }
}
