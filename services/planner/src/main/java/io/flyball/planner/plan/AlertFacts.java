package io.flyball.planner.plan;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the alert. All of it came from outside and is data, never instructions.
 *
 * @param service the service it concerns; absent when the source names none
 * @param resolved whether the newest status that was seen is resolved
 */
public record AlertFacts(
        String name,
        @Nullable String service,
        String severity,
        String source,
        boolean resolved,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt) {
    private static final int SUMMARY = 300;

    public AlertFacts {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** What it says, in one line: its own summary, description or message, else its name. */
    public String summary() {
        return Stream.of("summary", "description", "message", "title", "text")
                .flatMap(field -> Stream.ofNullable(annotations.get(field)))
                .map(text -> OutsideText.visible(text).replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> OutsideText.excerpt(text, SUMMARY))
                .orElse(name);
    }
}
