package io.flyball.governor.topology;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.flyball.governor.approval.ApprovalState;
import io.flyball.governor.approval.RunApproval;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** State as JSON, so that a person can read a changelog and an added field does not break a pending approval. */
final class StateCodec {
    private static final JsonMapper JSON = mapper();

    private StateCodec() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // A number that an older version did not keep is 0.
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addMixIn(ApprovalState.class, Named.class);
        for (Class<?> state : ApprovalState.class.getPermittedSubclasses()) {
            builder.registerSubtypes(new NamedType(state, state.getSimpleName()));
        }
        return builder.build();
    }

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }

    static byte[] bytes(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /**
     * The action in those bytes.
     *
     * @throws IllegalStateException if a later version wrote it, which this one must not guess at
     */
    static StoredAction action(byte[] bytes) {
        StoredAction stored = JSON.readValue(bytes, StoredAction.class);
        if (stored.version() > StoredAction.VERSION) {
            throw new IllegalStateException("state of version " + stored.version() + " was written by a later governor;"
                    + " this one reads up to " + StoredAction.VERSION);
        }
        return stored;
    }

    static RunApproval runApproval(byte[] bytes) {
        return JSON.readValue(bytes, RunApproval.class);
    }
}
