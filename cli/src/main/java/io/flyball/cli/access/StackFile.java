package io.flyball.cli.access;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What {@code flyball up} wrote about what it runs.
 *
 * @param mode {@code one-jvm} or {@code processes}
 * @param startedAt ISO 8601
 * @param services the suite's own
 * @param neighbours broker, registry, redis, tracing
 */
public record StackFile(String mode, String startedAt, List<Member> services, List<Member> neighbours) {

    /** One service or neighbour and where it answers: a URL, or host:port for the broker. */
    public record Member(String name, String url) {}

    static StackFile parse(Path file, String text) {
        try {
            JsonNode json = Json.parse(text);
            return new StackFile(
                    Json.text(json, "mode"),
                    Json.text(json, "startedAt"),
                    members(json.path("services")),
                    members(json.path("neighbours")));
        } catch (JacksonException e) {
            String advice = "Delete it and start the stack anew: flyball down, flyball up";
            throw new CommandFailed(ExitCode.FAILED, file + " is no JSON: " + e.getOriginalMessage(), advice);
        }
    }

    private static List<Member> members(JsonNode array) {
        return array.valueStream()
                .map(node -> new Member(Json.text(node, "name"), Json.text(node, "url")))
                .toList();
    }

    /** Where that service or neighbour answers. */
    public Optional<String> url(String name) {
        return java.util.stream.Stream.concat(services.stream(), neighbours.stream())
                .filter(member -> member.name().equals(name))
                .map(Member::url)
                .findFirst();
    }
}
