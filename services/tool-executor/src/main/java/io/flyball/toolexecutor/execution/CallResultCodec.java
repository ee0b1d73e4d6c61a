package io.flyball.toolexecutor.execution;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as the claims keep them. */
final class CallResultCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CallResultCodec() {}

    static String encode(CallResult result) {
        return JSON.writeValueAsString(result);
    }

    static CallResult decode(String text) {
        return JSON.readValue(text, CallResult.class);
    }
}
