package io.flyball.console.sources;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One body as it came.
 *
 * @param body the JSON
 * @param headers by name in lower case
 * @param at when it came
 */
public record Delivery(JsonNode body, Map<String, String> headers, Instant at) {

    /** The value of a header, named in lower case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /** The same with another body, for one that is packed in another. */
    Delivery with(JsonNode inner) {
        return new Delivery(inner, headers, at);
    }
}
