package io.flyball.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an approval is bound to: SHA-256 over tool, canonical arguments, target and environment. Canonical means that the
 * order of keys and white space do not count, while every value does.
 */
public final class ActionHash {
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // Every digit counts, and a key that stands twice could mean either value.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ActionHash() {}

    /**
     * The hash, 64 hex digits.
     *
     * @param argumentsJson a JSON object
     * @throws tools.jackson.core.JacksonException if the arguments are not JSON, or a key stands twice in them
     */
    public static String of(String tool, String argumentsJson, @Nullable String target, String environment) {
        Object arguments = CANONICAL.readValue(argumentsJson, Object.class);
        String text = String.join(
                "\u0000",
                tool,
                CANONICAL.writeValueAsString(arguments),
                target == null ? "\u0001" : target,
                environment);
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
