package io.flyball.orchestrator.shell;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people look at a run; empty where no address is configured. */
final class Links {
    private final @Nullable URI console;
    private final @Nullable URI tracing;

    Links(@Nullable URI console, @Nullable URI tracing) {
        this.console = console;
        this.tracing = tracing;
    }

    Optional<String> transcript(String runId) {
        return Optional.ofNullable(console).map(base -> base + "/runs/" + runId + "/transcript");
    }

    Map<String, String> of(String runId, String traceId) {
        Map<String, String> links = new HashMap<>();
        if (console != null) {
            links.put("console", console + "/#/runs/" + runId);
        }
        transcript(runId).ifPresent(url -> links.put("transcript", url));
        if (tracing != null) {
            links.put("trace", tracing + "/zipkin/traces/" + traceId);
        }
        return links;
    }
}
