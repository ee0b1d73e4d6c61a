package io.flyball.cli.status;

import io.flyball.cli.output.Json;
import io.flyball.cli.status.Part.State;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the suite is.
 *
 * @param mode one-jvm, processes, remote or down
 * @param stop the fields of {@code GET /api/stop}
 */
record Health(String mode, String startedAt, List<Part> services, List<Part> neighbours, JsonNode stop) {

    Stream<Part> parts() {
        return Stream.concat(services.stream(), neighbours.stream());
    }

    boolean allUp() {
        return parts().allMatch(Part::up);
    }

    boolean nothingUp() {
        return parts().allMatch(part -> part.state() == State.DOWN);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("mode", mode).put("startedAt", startedAt.isEmpty() ? null : startedAt);
        services.forEach(part -> add(json.withArray("services"), part));
        neighbours.forEach(part -> add(json.withArray("neighbours"), part));
        json.withArray("services");
        json.withArray("neighbours");
        json.set("stop", stop);
        return json;
    }

    private static void add(ArrayNode array, Part part) {
        array.addObject()
                .put("name", part.name())
                .put("state", part.state().name())
                .put("url", part.url())
                .put("detail", part.detail().isEmpty() ? null : part.detail());
    }
}
