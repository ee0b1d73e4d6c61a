package io.flyball.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmPricesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String OWN =
            "prices:\n  - {provider: acme, models: [own], input: 2000000, output: 4000000, cacheRead: 200000, cacheWrite: 2500000}\n";

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "COST-1 COST-10 LiteLLM's dollars per token become exact integers, under the name with and without the seller")
    void readsPlainPrices() throws IOException {
        PriceBook book = book("""
                {"sample_spec": {"input_cost_per_token": "a text", "litellm_provider": "one of ..."},
                 "groq/big": {"litellm_provider": "groq", "mode": "chat",
                   "input_cost_per_token": 1.5e-07, "output_cost_per_token": 7.5e-07},
                 "cached": {"litellm_provider": "anthropic", "mode": "chat",
                   "input_cost_per_token": 5e-06, "output_cost_per_token": 2.5e-05,
                   "cache_read_input_token_cost": 5e-07, "cache_creation_input_token_cost": 6.25e-06}}""");

        var groq = new PriceBook.Price.Known(new PriceBookRates(150_000, 750_000, 150_000, 150_000));
        assertThat(book.priceOf("groq", "groq/big", NOW)).isEqualTo(groq);
        assertThat(book.priceOf("groq", "big", NOW)).isEqualTo(groq);
        assertThat(book.priceOf("anthropic", "cached", NOW))
                .isEqualTo(new PriceBook.Price.Known(new PriceBookRates(5_000_000, 25_000_000, 500_000, 6_250_000)));
        assertThat(book.setAside()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "null", "\"1e-6\"", "-1e-6", "0.015", "1e-15", "1e400000", "[]", "true"})
    @DisplayName("COST-1 zero, null, text, negative and absurd prices are set aside by name and are never the dearest")
    void setsAside(String price) throws IOException {
        PriceBook book = book("""
                {"bad/model": {"litellm_provider": "bad", "mode": "chat",
                   "input_cost_per_token": %s, "output_cost_per_token": 1e-06},
                 "good": {"litellm_provider": "good", "mode": "chat",
                   "input_cost_per_token": 1e-06, "output_cost_per_token": 9e-06}}""".formatted(price));

        assertThat(book.setAside()).singleElement().satisfies(aside -> {
            assertThat(aside.name()).isEqualTo("bad/model");
            assertThat(aside.why()).contains("input_cost_per_token");
        });
        var dearest = new PriceBook.Price.Unknown(new PriceBookRates(2_000_000, 9_000_000, 1_000_000, 2_500_000));
        assertThat(book.priceOf("bad", "bad/model", NOW)).isEqualTo(dearest);
        assertThat(book.priceOf("nobody", "unheard", NOW)).isEqualTo(dearest);
        assertThat(book.priceOf("good", "good", NOW)).isInstanceOf(PriceBook.Price.Known.class);
    }

    @Test
    @DisplayName("COST-1 the report of an absurd price names its value and what is plausible; who means it can say so")
    void saysWhatIsPlausible() throws IOException {
        String entry = """
                {"wandb/m": {"litellm_provider": "wandb", "mode": "chat"%s,
                   "input_cost_per_token": 0.015, "output_cost_per_token": 0.06}}""";

        assertThat(book(entry.formatted("")).setAside())
                .singleElement()
                .satisfies(aside ->
                        assertThat(aside.why()).contains("0.015", "$15000 ", "$0.001 to $250", "flyball_meant"));
        assertThat(book(entry.formatted(", \"flyball_meant\": true"))
                        .priceOf("wandb", "m", NOW)
                        .rates()
                        .input())
                .isEqualTo(15_000_000_000L);
    }

    @Test
    @DisplayName("COST-1 a bad price of cached tokens is set aside alone, and they cost what other input does")
    void badCachePricesCostAsInput() throws IOException {
        PriceBook book = book("""
                {"m": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                   "cache_read_input_token_cost": 0, "cache_creation_input_token_cost": null}}""");

        assertThat(book.priceOf("p", "m", NOW))
                .isEqualTo(new PriceBook.Price.Known(new PriceBookRates(1_000_000, 2_000_000, 1_000_000, 1_000_000)));
        assertThat(book.setAside()).hasSize(2).noneMatch(PriceSetAside::whole);
    }

    @Test
    @DisplayName("COST-1 long prompts cost what their tier does, counted with the cached tokens")
    void tiers() throws IOException {
        PriceBook book = book("""
                {"m": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                   "cache_read_input_token_cost": 1e-07,
                   "input_cost_per_token_above_128k_tokens": 2e-06, "output_cost_per_token_above_128k_tokens": 4e-06,
                   "input_cost_per_token_above_200k_tokens": null},
                 "t": {"litellm_provider": "p", "mode": "chat", "tiered_pricing": [
                   {"range": [0, 32000], "input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06},
                   {"range": [32000, 256000], "input_cost_per_token": 3e-06, "output_cost_per_token": 6e-06}]}}""");

        assertThat(book.costMicros("p", "m", ModelUse.of(128_000, 10, 0, 0), NOW))
                .isEqualTo(128_000 + 20);
        assertThat(book.costMicros("p", "m", ModelUse.of(128_000, 10, 10, 0), NOW))
                .isEqualTo(256_000 + 40 + 1);
        assertThat(book.costMicros("p", "t", ModelUse.of(32_000, 1, 0, 0), NOW)).isEqualTo(32_002);
        assertThat(book.costMicros("p", "t", ModelUse.of(32_001, 1, 0, 0), NOW)).isEqualTo(96_003 + 6);
        assertThat(book.mostMicros("p", "m", 1_000, 10, NOW, NOW)).isEqualTo(2_000 + 40);
    }

    @Test
    @DisplayName("COST-1 batches, requests and images have prices of their own")
    void batchesRequestsAndImages() throws IOException {
        PriceBook book = book("""
                {"m": {"litellm_provider": "p", "mode": "chat", "input_cost_per_token": 2e-06, "output_cost_per_token": 4e-06,
                   "input_cost_per_token_batches": 1e-06, "output_cost_per_token_batches": 2e-06,
                   "input_cost_per_request": 0.005, "input_cost_per_image": 0.001},
                 "i": {"litellm_provider": "p", "mode": "image_generation", "output_cost_per_image": 0.04}}""");

        assertThat(book.costMicros("p", "m", ModelUse.of(100, 10, 0, 0), NOW)).isEqualTo(5_000 + 240);
        assertThat(book.costMicros("p", "m", new ModelUse(100, 10, 0, 0, 3, true), NOW))
                .isEqualTo(5_000 + 3_000 + 120);
        assertThat(book.costMicros("p", "i", new ModelUse(0, 0, 0, 0, 2, false), NOW))
                .isEqualTo(80_000);
        assertThat(book.priceOf("p", "i", NOW)).isInstanceOf(PriceBook.Price.Unknown.class);
        assertThat(book.costMicros("p", "i", ModelUse.of(1_000, 0, 0, 0), NOW)).isEqualTo(2_000);
    }

    @Test
    @DisplayName("COST-1 our own book counts where both know a model")
    void ownBookWins() throws IOException {
        PriceBook book = book("""
                {"acme/own": {"litellm_provider": "acme", "mode": "chat",
                   "input_cost_per_token": 9e-06, "output_cost_per_token": 9e-06}}""");

        assertThat(book.priceOf("acme", "own", NOW).rates().input()).isEqualTo(2_000_000);
    }

    @Test
    void aFileThatIsNoListIsRefused() throws IOException {
        assertThatThrownBy(() -> book("[1]"))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("prices-litellm.json");
        assertThatThrownBy(() -> book("{\"m\": ")).isInstanceOf(InvalidCatalogue.class);
    }

    private PriceBook book(String list) throws IOException {
        Files.writeString(directory.resolve("prices.yaml"), OWN);
        Files.writeString(directory.resolve(PriceBook.IMPORTED), list);
        return PriceBook.load(directory);
    }
}
