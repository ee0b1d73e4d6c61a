package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What prompts above some length cost, all their tokens and the answer's.
 *
 * @param above tokens, those of the cache counted with the others
 */
record PriceTier(
        @JsonProperty(required = true) long above,
        @JsonProperty(required = true) PriceBookRates rates) {

    PriceTier {
        if (above <= 0) {
            throw new IllegalArgumentException("a tier begins above 0 tokens, not " + above);
        }
    }
}
