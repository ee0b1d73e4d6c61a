package io.flyball.orchestrator.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.flyball.orchestrator.run.ActionState;
import io.flyball.orchestrator.run.DelegatedStep;
import io.flyball.orchestrator.run.Plan;
import io.flyball.orchestrator.run.RunState;
import io.flyball.orchestrator.run.Step;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** State as JSON, so that a person can read a changelog and an added field does not break an open run. */
final class StateCodec {
    private static final JsonMapper JSON = mapper();
    private static final byte[] CURRENT = ("{\"version\":" + StoredRun.VERSION + ",").getBytes(StandardCharsets.UTF_8);

    private StateCodec() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                // What is absent is read as null; a fifth of a state would be such words.
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // A number that an older version did not keep is 0.
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        for (Class<?> sealed : List.of(
                RunState.class, RunState.Open.class, ActionState.class, DelegatedStep.State.class, Plan.Wants.class)) {
            builder.addMixIn(sealed, Named.class);
            leaves(sealed).forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName())));
        }
        return builder.build();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Stream.of(permitted).flatMap(StateCodec::leaves);
    }

    static byte[] bytes(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    static byte[] bytes(Step turn) {
        return JSON.writeValueAsBytes(new StoredStep(StoredRun.VERSION, turn));
    }

    static StoredRun run(byte[] bytes) {
        return isCurrent(bytes)
                ? JSON.readValue(bytes, StoredRun.class)
                : JSON.treeToValue(StateUpgrade.toCurrent(JSON.readTree(bytes)), StoredRun.class);
    }

    static Step turn(byte[] bytes) {
        return isCurrent(bytes)
                ? JSON.readValue(bytes, StoredStep.class).turn()
                : JSON.treeToValue(StateUpgrade.turn(JSON.readTree(bytes)), Step.class);
    }

    /** The version comes first, so that what is current, which is nearly everything, is read in one go. */
    private static boolean isCurrent(byte[] bytes) {
        return bytes.length > CURRENT.length && Arrays.equals(bytes, 0, CURRENT.length, CURRENT, 0, CURRENT.length);
    }
}
