package io.flyball.cli.stack;

import io.flyball.cli.output.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stack.json says: what runs, where it answers, and by which processes.
 *
 * @param ready whether everything has answered
 * @param supervisor the process that started all others and ends them
 * @param control where the supervisor takes orders; empty before it does
 */
record StackRecord(
        String mode,
        String planner,
        Instant startedAt,
        boolean ready,
        ProcessMark supervisor,
        String control,
        List<Part> services,
        List<Part> neighbours) {

    /** One service or neighbour. */
    record Part(String name, String url, ProcessMark process, String log) {

        private static Part of(JsonNode json) {
            return new Part(
                    Json.text(json, "name"), Json.text(json, "url"), ProcessMark.of(json), Json.text(json, "log"));
        }

        private void addTo(ArrayNode array) {
            process.addTo(array.addObject().put("name", name).put("url", url)).put("log", log);
        }
    }

    static StackRecord of(JsonNode json) {
        return new StackRecord(
                Json.text(json, "mode"),
                Json.text(json, "planner"),
                Instant.parse(Json.text(json, "startedAt")),
                json.path("ready").asBoolean(false),
                ProcessMark.of(json),
                Json.text(json, "control"),
                json.path("services").valueStream().map(Part::of).toList(),
                json.path("neighbours").valueStream().map(Part::of).toList());
    }

    ObjectNode json() {
        var json = Json.object()
                .put("mode", mode)
                .put("planner", planner)
                .put("startedAt", startedAt.toString())
                .put("ready", ready)
                .put("control", control);
        supervisor.addTo(json);
        var serviceArray = json.putArray("services");
        services.forEach(part -> part.addTo(serviceArray));
        var neighbourArray = json.putArray("neighbours");
        neighbours.forEach(part -> part.addTo(neighbourArray));
        return json;
    }

    Stream<Part> parts() {
        return Stream.concat(services.stream(), neighbours.stream());
    }

    Optional<String> url(String name) {
        return parts().filter(part -> part.name().equals(name)).map(Part::url).findFirst();
    }

    /** All processes but the supervisor, each once. */
    List<ProcessMark> processes() {
        return parts().map(Part::process).distinct().toList();
    }
}
