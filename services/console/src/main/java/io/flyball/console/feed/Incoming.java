package io.flyball.console.feed;

import java.util.Map;

/**
 * A record as it stood on the topic.
 *
 * @param headers by name in lower case, read as UTF-8; of two with one name the last
 * @param value the bytes; none if the record had none
 */
public record Incoming(Map<String, String> headers, byte[] value) {}
