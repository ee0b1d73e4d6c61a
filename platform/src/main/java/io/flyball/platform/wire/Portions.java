package io.flyball.platform.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** How much of a record a dead letter keeps, so that it is never too large itself: 1 MiB, less what Kafka adds. */
final class Portions {
    static final int KEY = 16_000;
    static final int VALUE = 900_000;

    /** In bytes, all of them together. */
    private static final int HEADERS = 40_000;

    private static final int HEADER = 4_000;

    private Portions() {}

    static Map<String, String> readable(Headers headers, List<String> shortened) {
        Map<String, String> readable = new TreeMap<>();
        int left = HEADERS;
        for (Header header : headers) {
            String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            String name = text(header.key(), HEADER);
            String kept = text(value, HEADER);
            left -= length(name) + length(kept);
            if (left < 0) {
                shortened.add("headers: those from " + text(name, 100) + " on are left out");
                return readable;
            }
            if (kept.length() < value.length()) {
                shortened.add("header " + name + ": the beginning of " + value.length() + " characters");
            }
            readable.put(name, kept);
        }
        return readable;
    }

    /** The beginning of a text, of at most so many characters; no pair of them is torn apart. */
    static String text(String all, int most) {
        if (all.length() <= most) {
            return all;
        }
        return all.substring(0, Character.isHighSurrogate(all.charAt(most - 1)) ? most - 1 : most);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
