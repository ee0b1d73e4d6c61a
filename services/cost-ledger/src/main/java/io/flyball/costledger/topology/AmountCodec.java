package io.flyball.costledger.topology;

import io.flyball.costledger.ledger.Amount;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Totals as JSON, so that a person can read the changelog and a later field does not break it. */
final class AmountCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private AmountCodec() {}

    static byte[] bytes(Amount amount) {
        return JSON.writeValueAsBytes(amount);
    }

    static Amount amount(byte[] bytes) {
        return JSON.readValue(bytes, Amount.class);
    }
}
