package io.flyball.catalogue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What models cost, by provider, model and time; exact integers throughout. */
public final class PriceBook {
    /** A price list of LiteLLM's beside the book; the book wins where both know a model. */
    public static final String IMPORTED = "prices-litellm.json";

    private static final BigInteger TOKENS_PER_PRICE = BigInteger.valueOf(1_000_000);
    private static final BigInteger HALF = BigInteger.valueOf(500_000);

    private final List<PriceBookEntry> own;
    private final List<PriceBookEntry> imported;
    private final List<PriceSetAside> setAside;

    private PriceBook(List<PriceBookEntry> own, List<PriceBookEntry> imported, List<PriceSetAside> setAside) {
        this.own = List.copyOf(own);
        this.imported = List.copyOf(imported);
        this.setAside = List.copyOf(setAside);
    }

    /** The price of a model; a flagged guess where the book does not list it. */
    public sealed interface Price {

        /** What its tokens cost if the prompt is not long. */
        PriceBookRates rates();

        /** The book lists the model at that time. */
        record Known(PriceBookRates rates) implements Price {}

        /** The book does not list it, so each kind of token costs what the dearest listed model asks for it. */
        record Unknown(PriceBookRates rates) implements Price {}
    }

    /**
     * Reads {@code prices.yaml} in that directory, and {@code prices-litellm.json} if there is one. What cannot be believed is set
     * aside and told by {@link #setAside()}.
     *
     * @throws InvalidCatalogue if a file cannot be understood, prices one model twice at one time, or nothing of it can be believed
     */
    public static PriceBook load(Path catalogueDirectory) {
        Path file = catalogueDirectory.resolve("prices.yaml");
        List<PriceBookEntry> entries =
                YamlFolder.readFile(file, PriceBookFile.class).prices();
        PriceBookFile.ambiguity(entries).ifPresent(ambiguity -> {
            throw new InvalidCatalogue(file + ": " + ambiguity);
        });
        List<PriceSetAside> setAside = new ArrayList<>();
        List<PriceBookEntry> own = PriceBookFile.believed(entries, setAside);
        if (own.stream().allMatch(entry -> entry.tariff().all().findAny().isEmpty())) {
            throw new InvalidCatalogue(file + ": no price of tokens in it can be believed: " + setAside);
        }
        Path list = catalogueDirectory.resolve(IMPORTED);
        ImportedPrices more = Files.exists(list) ? LiteLlmPrices.read(list) : ImportedPrices.NONE;
        setAside.addAll(more.setAside());
        return new PriceBook(own, more.entries(), setAside);
    }

    /** What is not used, and why. */
    public List<PriceSetAside> setAside() {
        return setAside;
    }

    /** The price of that model then; an exact name counts before a prefix, a long prefix before a short one. */
    public Price priceOf(String provider, String model, Instant at) {
        Tariff tariff = tariff(provider, model, at);
        PriceBookRates rates = tariff.plain();
        return rates == null ? new Price.Unknown(dearest(at)) : new Price.Known(rates);
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
        return costMicros(provider, model, ModelUse.of(input, output, cacheRead, cacheWrite), at);
    }

    /**
     * What that use costs, in millionths of a US dollar, rounded half up once.
     *
     * @throws ArithmeticException if the amount does not fit a long, about nine trillion dollars
     */
    public long costMicros(String provider, String model, ModelUse use, Instant at) {
        return tariff(provider, model, at)
                .orTokensAt(dearest(at))
                .cost(use)
                .add(HALF)
                .divide(TOKENS_PER_PRICE)
                .longValueExact();
    }

    /**
     * The most that a call can cost, in millionths of a US dollar, rounded up: its prompt and answer have at most that many tokens,
     * and it begins and ends between those times.
     *
     * @throws ArithmeticException if the amount does not fit a long
     */
    public long mostMicros(String provider, String model, long prompt, long output, Instant from, Instant to) {
        BigInteger most = most(provider, model, prompt, output, from).max(most(provider, model, prompt, output, to));
        return most.add(TOKENS_PER_PRICE)
                .subtract(BigInteger.ONE)
                .divide(TOKENS_PER_PRICE)
                .longValueExact();
    }

    private BigInteger most(String provider, String model, long prompt, long output, Instant at) {
        return tariff(provider, model, at).orTokensAt(dearest(at)).most(prompt, output);
    }

    /** Without rates of tokens where they are not known. */
    private Tariff tariff(String provider, String model, Instant at) {
        return listed(own, provider, model, at)
                .or(() -> listed(imported, provider, model, at))
                .orElse(new Tariff(null, PriceBookFurther.NOTHING));
    }

    private static Optional<Tariff> listed(List<PriceBookEntry> entries, String provider, String model, Instant at) {
        return entries.stream()
                .filter(entry -> entry.isFor(provider) && entry.isValidAt(at) && entry.closeness(model) > 0)
                .max(Comparator.comparingInt(entry -> entry.closeness(model)))
                .map(PriceBookEntry::tariff);
    }

    /** A time before all prices is priced by all of them: an unknown price must not come out cheap. */
    private PriceBookRates dearest(Instant at) {
        return dearest(own.stream().filter(entry -> entry.isValidAt(at)).toList())
                .or(() -> dearest(own))
                .map(rates -> dearest(imported).map(rates::dearer).orElse(rates))
                .orElseThrow();
    }

    private static Optional<PriceBookRates> dearest(List<PriceBookEntry> entries) {
        return entries.stream().flatMap(entry -> entry.tariff().all()).reduce(PriceBookRates::dearer);
    }
}
