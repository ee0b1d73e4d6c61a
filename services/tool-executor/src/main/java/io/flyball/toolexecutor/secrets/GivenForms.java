package io.flyball.toolexecutor.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which forms a value may come back: as it is, and as servers, logs and pages write it. */
public final class GivenForms {
    private GivenForms() {}

    /** The value itself, percent-encoded, escaped for JSON and HTML, and in base64. */
    public static Set<String> of(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                        value,
                        URLEncoder.encode(value, StandardCharsets.UTF_8),
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"),
                        value.replace("\\", "\\\\").replace("\"", "\\\""),
                        value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                        Base64.getEncoder().encodeToString(bytes),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .collect(Collectors.toUnmodifiableSet());
    }
}
