package io.flyball.toolexecutor.tools;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a tool's arguments into its record; what the record does not know is an error. */
public final class Arguments {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Arguments() {}

    /** The arguments do not fit; the message says how. */
    public static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @throws Bad if they are no JSON object of that shape */
    public static <T> T read(String json, Class<T> type) throws Bad {
        try {
            T arguments = JSON.readValue(json, type);
            if (arguments == null) {
                throw new Bad("the arguments are null", new IllegalArgumentException(json));
            }
            return arguments;
        } catch (JacksonException e) {
            throw new Bad("the arguments do not fit: " + e.getOriginalMessage(), e);
        }
    }
}
