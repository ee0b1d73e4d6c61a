package io.flyball.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads LiteLLM's {@code model_prices_and_context_window.json}: one object for each model, with dollars per token. One bad entry
 * leaves the others as they are.
 */
public final class LiteLlmPrices {
    /** Describes the fields of the list. */
    private static final String SAMPLE = "sample_spec";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LiteLlmPrices() {}

    /** What an import of that list would bring. */
    public record Report(int models, List<PriceSetAside> setAside) {}

    /**
     * What {@link PriceBook#load} makes of that list.
     *
     * @throws InvalidCatalogue if the file is no JSON object, or holds no price that can be used
     */
    public static Report report(Path file) {
        ImportedPrices prices = read(file);
        if (prices.entries().isEmpty()) {
            throw new InvalidCatalogue(file + ": no price in it can be used: " + prices.setAside());
        }
        return new Report(prices.entries().size(), prices.setAside());
    }

    static ImportedPrices read(Path file) {
        try {
            return read(JSON.readTree(file.toFile()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InvalidCatalogue(file + ": is no price list of LiteLLM's: " + e.getMessage(), e);
        }
    }

    static ImportedPrices read(JsonNode list) {
        if (!list.isObject()) {
            throw new IllegalArgumentException("it is no object with a name for each model");
        }
        List<PriceBookEntry> entries = new ArrayList<>();
        List<PriceSetAside> setAside = new ArrayList<>();
        Set<String> taken = new HashSet<>(list.propertyNames());
        for (Map.Entry<String, JsonNode> model : list.properties()) {
            if (!model.getKey().equals(SAMPLE)) {
                add(model.getKey(), model.getValue(), taken, entries, setAside);
            }
        }
        return new ImportedPrices(entries, setAside);
    }

    private static void add(
            String name, JsonNode fields, Set<String> taken, List<PriceBookEntry> to, List<PriceSetAside> setAside) {
        LiteLlmFigures figures = LiteLlmFigures.of(name, fields);
        try {
            to.add(LiteLlmEntry.of(name, fields, figures, taken));
            setAside.addAll(figures.notes());
        } catch (IllegalArgumentException e) {
            setAside.add(new PriceSetAside(name, String.valueOf(e.getMessage()), true));
        }
    }
}
