package io.flyball.catalogue;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs in every case.
 *
 * @param plain of tokens; absent where only requests or images are paid for
 */
record Tariff(@Nullable PriceBookRates plain, PriceBookFurther further) {

    /** The same, with rates for tokens where it has none. */
    Tariff orTokensAt(PriceBookRates rates) {
        return plain == null ? new Tariff(rates, further) : this;
    }

    /** Every rate of tokens that it knows. */
    Stream<PriceBookRates> all() {
        return Stream.concat(Stream.ofNullable(plain), tiers().stream().map(PriceTier::rates));
    }

    /** Millionths of a dollar, times a million; to be rounded once. */
    BigInteger cost(ModelUse use) {
        return rates(use)
                .times(use)
                .add(BigInteger.valueOf(further.perRequest()))
                .add(BigInteger.valueOf(use.images()).multiply(BigInteger.valueOf(further.perImage())));
    }

    /** The most that a call can cost whose prompt and answer have at most that many tokens, whatever the cache does. */
    BigInteger most(long prompt, long output) {
        PriceBookRates rates = all().reduce(PriceBookRates::dearer).orElseThrow();
        long dearestInput = Math.max(rates.input(), Math.max(rates.cacheRead(), rates.cacheWrite()));
        return BigInteger.valueOf(prompt)
                .multiply(BigInteger.valueOf(dearestInput))
                .add(BigInteger.valueOf(output).multiply(BigInteger.valueOf(rates.output())))
                .add(BigInteger.valueOf(further.perRequest()));
    }

    private PriceBookRates rates(ModelUse use) {
        PriceBookRates batch = further.batch();
        if (use.batch() && batch != null) {
            return batch;
        }
        return tiers().stream()
                .filter(tier -> use.promptTokens().compareTo(BigInteger.valueOf(tier.above())) > 0)
                .max(Comparator.comparingLong(PriceTier::above))
                .map(PriceTier::rates)
                .orElseGet(() -> Objects.requireNonNull(plain));
    }

    private List<PriceTier> tiers() {
        return Objects.requireNonNull(further.tiers());
    }

    /** Why nobody can believe it, if so. */
    Optional<String> doubt() {
        return Stream.concat(all(), Stream.ofNullable(further.batch()))
                .flatMap(rates -> Plausible.doubt(rates).stream())
                .findFirst()
                .or(() -> Plausible.doubtOfPiece("perRequest", further.perRequest()))
                .or(() -> Plausible.doubtOfPiece("perImage", further.perImage()));
    }
}
