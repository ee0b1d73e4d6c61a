package io.flyball.orchestrator.admission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deployment, as far as runs are told of it. */
record Deployment(
        String id,
        String service,
        @Nullable String version,
        @Nullable String previousVersion,
        String by,
        String description,
        @Nullable String url,
        Instant at) {

    /** In words, without the time: {@code shop v41 (was v40) by ci: new checkout}. */
    String told() {
        StringBuilder text = new StringBuilder(service);
        text.append(version == null ? "" : " " + version);
        text.append(previousVersion == null ? "" : " (was " + previousVersion + ")");
        text.append(" by ").append(by);
        text.append(description.isBlank() ? "" : ": " + description);
        return text.append(url == null ? "" : " " + url).toString();
    }
}
