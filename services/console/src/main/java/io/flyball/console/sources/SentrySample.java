package io.flyball.console.sources;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The example that Sentry makes to try a project or the rule of an alert. It is marked by a tag, or only by its title. */
final class SentrySample {
    private static final Pattern TITLE =
            Pattern.compile("this is an example \\S{1,30} exception", Pattern.CASE_INSENSITIVE);

    private SentrySample() {}

    /** Whether that issue or event is one. */
    static boolean isOne(JsonNode told) {
        return "yes".equals(Texts.of(told.path("tags")).get("sample_event"))
                || Place.text(told, "title", "message")
                        .filter(title -> TITLE.matcher(title).matches())
                        .isPresent();
    }
}
