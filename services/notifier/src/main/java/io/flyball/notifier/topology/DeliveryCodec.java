package io.flyball.notifier.topology;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.flyball.notifier.delivery.DeliveryState;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Deliveries as JSON in their store. */
final class DeliveryCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(DeliveryState.class, Named.class)
            .registerSubtypes(
                    new NamedType(DeliveryState.Pending.class, "Pending"),
                    new NamedType(DeliveryState.Delivered.class, "Delivered"),
                    new NamedType(DeliveryState.GivenUp.class, "GivenUp"))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private DeliveryCodec() {}

    static byte[] bytes(StoredDelivery delivery) {
        return JSON.writeValueAsBytes(delivery);
    }

    static StoredDelivery delivery(byte[] bytes) {
        return JSON.readValue(bytes, StoredDelivery.class);
    }
}
