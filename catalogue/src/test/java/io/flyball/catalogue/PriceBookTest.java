package io.flyball.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ENTRY =
            "  - {provider: p, models: [%s], input: %d, output: 2, cacheRead: 3, cacheWrite: 4%s}\n";

    @TempDir
    Path directory;

    @Test
    @DisplayName("COST-1 the shipped price book prices well-known models exactly")
    void shippedBookLoads() {
        PriceBook shipped = PriceBook.load(Path.of(""));

        assertThat(shipped.priceOf("anthropic", "claude-sonnet-4-5-20250929", NOW))
                .isEqualTo(new PriceBook.Price.Known(new PriceBookRates(3_000_000, 15_000_000, 300_000, 3_750_000)));
        assertThat(shipped.priceOf("OpenAI", "gpt-4.1", NOW)).isInstanceOf(PriceBook.Price.Known.class);
        assertThat(shipped.costMicros("anthropic", "claude-sonnet-4-5", 1_000, 200, 10_000, 500, NOW))
                .isEqualTo(3_000 + 3_000 + 3_000 + 1_875);
    }

    @Test
    @DisplayName("COST-1 an unknown model costs the dearest of each kind and is flagged")
    void unknownModelsAreDearest() throws IOException {
        PriceBook book = book(ENTRY.formatted("a", 9, "") + ENTRY.formatted("b", 7, ", validTo: 2020-01-01")
                + "  - {provider: q, models: [c], input: 1, output: 1, cacheRead: 8, cacheWrite: 1}\n");

        var dearest = new PriceBook.Price.Unknown(new PriceBookRates(9, 2, 8, 4));
        assertThat(book.priceOf("p", "new", NOW)).isEqualTo(dearest);
        assertThat(book.priceOf("nobody", "a", NOW)).isEqualTo(dearest);
        assertThat(book.priceOf("p", "b", NOW)).isEqualTo(dearest);
        assertThat(PriceBook.load(Path.of("")).priceOf("openai", "gpt-5-pro", NOW))
                .isInstanceOf(PriceBook.Price.Unknown.class);
    }

    @Test
    void anExactNameCountsBeforeAPrefixAndALongPrefixBeforeAShortOne() throws IOException {
        PriceBook book = book(
                ENTRY.formatted("\"m*\"", 1, "") + ENTRY.formatted("\"m-1*\"", 2, "") + ENTRY.formatted("m-1", 3, ""));

        assertThat(book.priceOf("p", "m-1", NOW).rates().input()).isEqualTo(3);
        assertThat(book.priceOf("p", "m-1-x", NOW).rates().input()).isEqualTo(2);
        assertThat(book.priceOf("p", "m-2", NOW).rates().input()).isEqualTo(1);
    }

    @Test
    @DisplayName("COST-1 a price holds from its first day to the day before validTo")
    void validityDates() throws IOException {
        PriceBook book = book(
                ENTRY.formatted("m", 1, ", validTo: 2026-10-07") + ENTRY.formatted("m", 2, ", validFrom: 2026-10-07"));

        assertThat(book.priceOf("p", "m", Instant.parse("2026-10-06T23:59:59.999Z"))
                        .rates()
                        .input())
                .isEqualTo(1);
        assertThat(book.priceOf("p", "m", Instant.parse("2026-10-07T00:00:00Z"))
                        .rates()
                        .input())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("COST-10 the sum is rounded half up once, not each part")
    void roundsOnce() throws IOException {
        PriceBook book =
                book("  - {provider: p, models: [m], input: 250000, output: 250000, cacheRead: 0, cacheWrite: 0}\n");

        assertThat(book.costMicros("p", "m", 1, 0, 0, 0, NOW)).isZero();
        assertThat(book.costMicros("p", "m", 1, 1, 0, 0, NOW)).isEqualTo(1);
        assertThat(book.costMicros("p", "m", 3, 2, 0, 0, NOW)).isEqualTo(1);
    }

    @Test
    void anAmountThatDoesNotFitIsAnErrorAndNeverAWrongNumber() throws IOException {
        PriceBook book = book(ENTRY.formatted("m", 2_000_000, ""));

        assertThat(book.costMicros("p", "m", Long.MAX_VALUE / 2, 0, 0, 0, NOW)).isEqualTo(Long.MAX_VALUE - 1);
        assertThatThrownBy(() -> book.costMicros("p", "m", Long.MAX_VALUE, 0, 0, 0, NOW))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> book.costMicros("p", "m", -1, 0, 0, 0, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42})
    void agreesWithDecimalArithmetic(long seed) {
        PriceBook shipped = PriceBook.load(Path.of(""));
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            long[] tokens = random.longs(4, 0, 1L << random.nextInt(1, 40)).toArray();
            PriceBookRates rates =
                    shipped.priceOf("anthropic", "claude-haiku-4-5", NOW).rates();
            BigDecimal exact = micros(tokens[0], rates.input())
                    .add(micros(tokens[1], rates.output()))
                    .add(micros(tokens[2], rates.cacheRead()))
                    .add(micros(tokens[3], rates.cacheWrite()));
            assertThat(shipped.costMicros(
                            "anthropic", "claude-haiku-4-5", tokens[0], tokens[1], tokens[2], tokens[3], NOW))
                    .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
    }

    @Test
    @DisplayName("COST-1 a mistake in the book is told with file, and line where it has one")
    void mistakesAreTold() {
        assertThatThrownBy(() -> book(ENTRY.formatted("m", -1, "")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("prices.yaml:2")
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> book(ENTRY.formatted("\"a*b\"", 1, ""))).hasMessageContaining("a*b");
        assertThatThrownBy(() -> book("  - {provider: p, models: [m], input: 1, output: 1, cacheRead: 1}\n"))
                .hasMessageContaining("cacheWrite");
        assertThatThrownBy(() -> book(ENTRY.formatted("m", 1, ", validFrom: 2026-02-02, validTo: 2026-02-02")))
                .hasMessageContaining("must be before");
        assertThatThrownBy(() -> book(ENTRY.formatted("m", 1, ", validTo: 2026-03-02")
                        + ENTRY.formatted("m", 1, ", validFrom: 2026-03-01")))
                .hasMessageContaining("p m is priced twice");
        assertThatThrownBy(() -> book("  []\n")).hasMessageContaining("at least one price");
        assertThatThrownBy(() ->
                        book("  - {provider: p, models: [m], input: 1.5, output: 1, cacheRead: 1, cacheWrite: 1}\n"))
                .hasMessageContaining("prices.yaml:2");
    }

    @Test
    @DisplayName(
            "COST-1 an absurd or free entry of our own book is set aside by name unless it is meant, and is never the dearest")
    void absurdEntriesAreSetAside() throws IOException {
        String entries = ENTRY.formatted("sane", 9, "")
                + "  - {provider: w, models: [oss], input: 15000000000, output: 60000000000, cacheRead: 1, cacheWrite: 1%s}\n"
                + "  - {provider: w, models: [free], input: 0, output: 0, cacheRead: 0, cacheWrite: 0%s}\n";

        PriceBook book = book(entries.formatted("", ""));
        assertThat(book.setAside()).extracting(PriceSetAside::name).containsExactly("w/oss", "w/free");
        assertThat(book.setAside().getFirst().why()).contains("$15000 ", "at most $250", "meant: true");
        var dearest = new PriceBook.Price.Unknown(new PriceBookRates(9, 2, 3, 4));
        assertThat(book.priceOf("w", "oss", NOW)).isEqualTo(dearest);
        assertThat(book.priceOf("w", "free", NOW)).isEqualTo(dearest);

        PriceBook meant = book(entries.formatted(", meant: true", ", meant: true"));
        assertThat(meant.setAside()).isEmpty();
        assertThat(meant.costMicros("w", "free", 1_000_000, 0, 0, 0, NOW)).isZero();
        assertThat(meant.priceOf("w", "oss", NOW).rates().input()).isEqualTo(15_000_000_000L);
    }

    private PriceBook book(String prices) throws IOException {
        Files.writeString(directory.resolve("prices.yaml"), "prices:\n" + prices);
        return PriceBook.load(directory);
    }

    private static BigDecimal micros(long tokens, long price) {
        return BigDecimal.valueOf(tokens).multiply(BigDecimal.valueOf(price)).divide(BigDecimal.valueOf(1_000_000));
    }
}
