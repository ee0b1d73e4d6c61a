package io.flyball.notifier.topology;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.flyball.notifier.delivery.DeliveryState;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Deliveries as JSON, so that a person can read the changelog and a later field does not break what is on its way. */
final class DeliveryCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(DeliveryState.Open.class, Named.class)
            .registerSubtypes(
                    new NamedType(DeliveryState.Pending.class, "Pending"),
                    new NamedType(DeliveryState.Sending.class, "Sending"))
            .build();

    private DeliveryCodec() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    static byte[] bytes(StoredDelivery delivery) {
        return JSON.writeValueAsBytes(delivery);
    }

    static StoredDelivery delivery(byte[] bytes) {
        return JSON.readValue(bytes, StoredDelivery.class);
    }
}
