package io.flyball.orchestrator.admission;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** What admission knows, as JSON in its store, so that a person can read a changelog and an added field breaks nothing. */
final class FactCodec {
    /** Form of the stored records; raised when it changes, and older forms stay readable. */
    static final int VERSION = 1;

    private static final JsonMapper JSON = mapper();

    private FactCodec() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private record Stored(int version, Fact fact) {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (Class<?> sealed : List.of(Fact.class, AdmissionStanding.class)) {
            builder.addMixIn(sealed, Named.class);
            Stream.of(sealed.getPermittedSubclasses())
                    .forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName())));
        }
        return builder.build();
    }

    static byte[] bytes(Fact fact) {
        return JSON.writeValueAsBytes(new Stored(VERSION, fact));
    }

    static Fact fact(byte[] bytes) {
        return JSON.readValue(bytes, Stored.class).fact();
    }
}
