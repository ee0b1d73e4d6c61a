package io.flyball.cli.stack;

import io.flyball.cli.output.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A process, told from another that has its id later.
 *
 * @param started when it was started, as the system tells it
 */
record ProcessMark(long pid, Instant started) {
    /** The system reckons start times from when it was booted, which moves a little when its clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static ProcessMark of(long pid) {
        return ProcessHandle.of(pid).map(ProcessMark::of).orElse(new ProcessMark(pid, Instant.EPOCH));
    }

    /** The process if it is still that one and lives. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    boolean alive() {
        return process().isPresent();
    }

    static ProcessMark of(JsonNode json) {
        return new ProcessMark(
                json.path("pid").asLong(0), Instant.parse(Json.text(json, "processStartedAt", "1970-01-01T00:00:00Z")));
    }

    ObjectNode addTo(ObjectNode json) {
        return json.put("pid", pid).put("processStartedAt", started.toString());
    }
}
