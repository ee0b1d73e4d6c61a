package io.flyball.catalogue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What models cost, by provider, model and time; exact integers throughout. */
public final class PriceBook {
    private static final BigInteger TOKENS_PER_PRICE = BigInteger.valueOf(1_000_000);
    private static final BigInteger HALF = BigInteger.valueOf(500_000);

    private final List<PriceBookEntry> entries;

    PriceBook(List<PriceBookEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The price of a model; a flagged guess where the book does not list it. */
    public sealed interface Price {

        /** What its tokens cost. */
        PriceBookRates rates();

        /** The book lists the model at that time. */
        record Known(PriceBookRates rates) implements Price {}

        /** The book does not list it, so each kind of token costs what the dearest listed model asks for it. */
        record Unknown(PriceBookRates rates) implements Price {}
    }

    /**
     * Reads {@code prices.yaml} in that directory.
     *
     * @throws InvalidCatalogue if the file cannot be understood or prices one model twice at one time
     */
    public static PriceBook load(Path catalogueDirectory) {
        Path file = catalogueDirectory.resolve("prices.yaml");
        List<PriceBookEntry> entries =
                YamlFolder.readFile(file, PriceBookFile.class).prices();
        PriceBookFile.ambiguity(entries).ifPresent(ambiguity -> {
            throw new InvalidCatalogue(file + ": " + ambiguity);
        });
        return new PriceBook(entries);
    }

    /** The price of that model then; an exact name counts before a prefix, a long prefix before a short one. */
    public Price priceOf(String provider, String model, Instant at) {
        return listed(provider, model, at).<Price>map(Price.Known::new).orElseGet(() -> new Price.Unknown(dearest(at)));
    }

    /**
     * What those tokens cost, in millionths of a US dollar, rounded half up once.
     *
     * @param input tokens that were not read from a cache
     * @throws IllegalArgumentException if a number of tokens is negative
     * @throws ArithmeticException if the amount does not fit a long, about nine trillion dollars
     */
    public long costMicros(
            String provider, String model, long input, long output, long cacheRead, long cacheWrite, Instant at) {
        PriceBookRates rates = priceOf(provider, model, at).rates();
        return Stream.of(
                        times(input, rates.input()),
                        times(output, rates.output()),
                        times(cacheRead, rates.cacheRead()),
                        times(cacheWrite, rates.cacheWrite()))
                .reduce(HALF, BigInteger::add)
                .divide(TOKENS_PER_PRICE)
                .longValueExact();
    }

    private Optional<PriceBookRates> listed(String provider, String model, Instant at) {
        return entries.stream()
                .filter(entry -> entry.isFor(provider) && entry.isValidAt(at) && entry.closeness(model) > 0)
                .max(Comparator.comparingInt(entry -> entry.closeness(model)))
                .map(PriceBookEntry::rates);
    }

    /** A time before all prices is priced by all of them: an unknown price must not come out cheap. */
    private PriceBookRates dearest(Instant at) {
        return entries.stream()
                .filter(entry -> entry.isValidAt(at))
                .map(PriceBookEntry::rates)
                .reduce(PriceBookRates::dearer)
                .or(() -> entries.stream().map(PriceBookEntry::rates).reduce(PriceBookRates::dearer))
                .orElseThrow();
    }

    private static BigInteger times(long tokens, long price) {
        if (tokens < 0) {
            throw new IllegalArgumentException("a number of tokens cannot be negative: " + tokens);
        }
        return BigInteger.valueOf(tokens).multiply(BigInteger.valueOf(price));
    }
}
