package io.flyball.orchestrator.intake;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** What admission knows, as JSON in its store. */
final class AdmissionCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Admission.class, Named.class)
            .registerSubtypes(
                    new NamedType(Admission.Open.class, "Open"), new NamedType(Admission.Cooling.class, "Cooling"))
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private AdmissionCodec() {}

    static byte[] bytes(Admission admission) {
        return JSON.writeValueAsBytes(admission);
    }

    static Admission admission(byte[] bytes) {
        return JSON.readValue(bytes, Admission.class);
    }
}
