package io.flyball.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a price has beside the plain rates of tokens.
 *
 * @param tiers rates of long prompts; absent or empty where length does not matter
 * @param batch rates of calls that were handed in as a batch; absent where there is no such discount
 * @param perRequest millionths of a US dollar for a million requests
 * @param perImage millionths of a US dollar for a million images
 */
record PriceBookFurther(
        @Nullable List<PriceTier> tiers, @Nullable PriceBookRates batch, long perRequest, long perImage) {
    static final PriceBookFurther NOTHING = new PriceBookFurther(List.of(), null, 0, 0);

    PriceBookFurther {
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
        if (Math.min(perRequest, perImage) < 0) {
            throw new IllegalArgumentException("a price cannot be negative");
        }
        if (tiers.stream().map(PriceTier::above).distinct().count() < tiers.size()) {
            throw new IllegalArgumentException("two tiers begin at one length");
        }
    }

    boolean paysWithoutTokens() {
        return perRequest > 0 || perImage > 0;
    }
}
