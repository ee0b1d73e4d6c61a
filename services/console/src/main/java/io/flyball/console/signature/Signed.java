package io.flyball.console.signature;

import java.time.Instant;
import java.util.Map;

/**
 * A body with what is needed to check it.
 *
 * @param headers by name in lower case
 * @param body the bytes as they came
 * @param at when they came
 */
public record Signed(Map<String, String> headers, byte[] body, Instant at) {}
