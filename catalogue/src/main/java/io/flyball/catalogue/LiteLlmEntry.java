package io.flyball.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One model of LiteLLM's list as an entry of ours. A figure that is missing or bad is never replaced by a cheaper one. */
final class LiteLlmEntry {
    private static final String INPUT = "input_cost_per_token";
    private static final String OUTPUT = "output_cost_per_token";
    private static final String READ = "cache_read_input_token_cost";
    private static final String WRITE = "cache_creation_input_token_cost";
    private static final Pattern TIER =
            Pattern.compile("(?:" + INPUT + "|" + OUTPUT + "|" + READ + "|" + WRITE + ")(_above_(\\d{1,6})k_tokens)");

    private LiteLlmEntry() {}

    static PriceBookEntry of(String name, JsonNode fields, LiteLlmFigures figures, Set<String> taken) {
        String provider = fields.path("litellm_provider").asString("");
        if (provider.isBlank()) {
            throw new IllegalArgumentException("names no litellm_provider");
        }
        PriceBookRates plain = plain(fields, figures);
        PriceBookFurther further = new PriceBookFurther(
                tiers(fields, figures, plain), batch(fields, figures, plain), perRequest(figures), perImage(figures));
        if (plain == null && !further.paysWithoutTokens()) {
            throw new IllegalArgumentException("has no price for tokens, requests or images");
        }
        List<String> models = names(name, provider, taken);
        return plain == null
                ? new PriceBookEntry(provider, models, null, null, null, null, null, null, further, true)
                : entry(provider, models, plain, further);
    }

    private static PriceBookEntry entry(
            String provider, List<String> models, PriceBookRates rates, PriceBookFurther further) {
        return new PriceBookEntry(
                provider,
                models,
                null,
                null,
                BigDecimal.valueOf(rates.input()),
                BigDecimal.valueOf(rates.output()),
                BigDecimal.valueOf(rates.cacheRead()),
                BigDecimal.valueOf(rates.cacheWrite()),
                further,
                true);
    }

    /** The name in the list, and without the seller before it, unless another model has that name. */
    private static List<String> names(String name, String provider, Set<String> taken) {
        String sellers = provider + "/";
        String bare = name.startsWith(sellers) ? name.substring(sellers.length()) : name;
        return !bare.isBlank() && !bare.equals(name) && taken.add(bare) ? List.of(name, bare) : List.of(name);
    }

    private static @Nullable PriceBookRates plain(JsonNode fields, LiteLlmFigures figures) {
        if (fields.has(INPUT) || fields.has(OUTPUT)) {
            return rates(fields, figures);
        }
        JsonNode first = fields.path("tiered_pricing").path(0);
        return first.isObject() ? rates(first, figures.within(first)) : null;
    }

    private static PriceBookRates rates(JsonNode fields, LiteLlmFigures figures) {
        long input = figures.figure(INPUT, Plausible.MOST_INPUT)
                .orElseThrow(() -> new IllegalArgumentException("has no " + INPUT));
        long read = figures.figureOr(READ, Plausible.MOST_INPUT, input);
        long write = figures.figureOr(WRITE, Plausible.MOST_INPUT, input);
        return new PriceBookRates(input, output(fields, figures, input), read, write);
    }

    /** Models that answer with vectors or points have no price for an answer, or 0. */
    private static long output(JsonNode fields, LiteLlmFigures figures, long input) {
        String mode = fields.path("mode").asString("");
        if (mode.equals("embedding") || mode.equals("rerank") || mode.equals("moderation")) {
            return figures.extra(OUTPUT, Plausible.MOST_OUTPUT).orElse(input);
        }
        return figures.figure(OUTPUT, Plausible.MOST_OUTPUT)
                .orElseThrow(() -> new IllegalArgumentException("has no " + OUTPUT));
    }

    private static List<PriceTier> tiers(JsonNode fields, LiteLlmFigures figures, @Nullable PriceBookRates plain) {
        if (plain == null) {
            return List.of();
        }
        Map<Long, PriceTier> tiers = new TreeMap<>();
        for (String field : fields.propertyNames()) {
            Matcher tier = TIER.matcher(field);
            if (tier.matches() && !fields.path(field).isNull()) {
                long above = Long.parseLong(tier.group(2)) * 1_000;
                tiers.put(above, new PriceTier(above, tier(figures, tier.group(1), plain)));
            }
        }
        List<PriceTier> all = new ArrayList<>(tiers.values());
        fields.path("tiered_pricing").forEach(part -> {
            long above = part.path("range").path(0).asLong(0);
            if (above > 0 && !tiers.containsKey(above)) {
                all.add(new PriceTier(above, rates(part, figures.within(part))));
            }
        });
        return all;
    }

    private static PriceBookRates tier(LiteLlmFigures figures, String suffix, PriceBookRates plain) {
        return new PriceBookRates(
                figures.figure(INPUT + suffix, Plausible.MOST_INPUT).orElse(plain.input()),
                figures.figure(OUTPUT + suffix, Plausible.MOST_OUTPUT).orElse(plain.output()),
                figures.figure(READ + suffix, Plausible.MOST_INPUT).orElse(plain.cacheRead()),
                figures.figure(WRITE + suffix, Plausible.MOST_INPUT).orElse(plain.cacheWrite()));
    }

    /** A batch never costs more than the plain rates, so those stand where its own are missing or bad. */
    private static @Nullable PriceBookRates batch(
            JsonNode fields, LiteLlmFigures figures, @Nullable PriceBookRates plain) {
        if (plain == null || !fields.has(INPUT + "_batches") && !fields.has(OUTPUT + "_batches")) {
            return null;
        }
        return new PriceBookRates(
                figures.figureOr(INPUT + "_batches", Plausible.MOST_INPUT, plain.input()),
                figures.figureOr(OUTPUT + "_batches", Plausible.MOST_OUTPUT, plain.output()),
                plain.cacheRead(),
                plain.cacheWrite());
    }

    private static long perRequest(LiteLlmFigures figures) {
        return piece(figures, "input_cost_per_request") + piece(figures, "input_cost_per_query");
    }

    private static long perImage(LiteLlmFigures figures) {
        return Math.max(piece(figures, "input_cost_per_image"), piece(figures, "output_cost_per_image"));
    }

    private static long piece(LiteLlmFigures figures, String field) {
        return figures.extra(field, Plausible.MOST_PIECE).orElse(0);
    }
}
