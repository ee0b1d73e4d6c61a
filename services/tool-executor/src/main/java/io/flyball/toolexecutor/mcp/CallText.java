package io.flyball.toolexecutor.mcp;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a tool brought, as text. Pictures and sounds are named and left out. */
final class CallText {
    private CallText() {}

    static String of(JsonNode result) {
        String text = result.path("content").valueStream().map(CallText::part).collect(Collectors.joining("\n"));
        JsonNode structured = result.path("structuredContent");
        boolean more = !structured.isMissingNode() && !structured.isNull() && text.isBlank();
        return more ? structured.toString() : text;
    }

    private static String part(JsonNode part) {
        return switch (part.path("type").asString("")) {
            case "text" -> part.path("text").asString("");
            case "image", "audio" -> leftOut(part, part.path("data"));
            case "resource_link" -> "[link to " + part.path("uri").asString("") + "]";
            case "resource" -> resource(part.path("resource"));
            case String other -> "[a part of the kind " + other + ", left out]";
        };
    }

    private static String resource(JsonNode resource) {
        return resource.has("text")
                ? Stream.of(
                                "[" + resource.path("uri").asString("") + "]",
                                resource.path("text").asString(""))
                        .collect(Collectors.joining("\n"))
                : leftOut(resource, resource.path("blob"));
    }

    private static String leftOut(JsonNode part, JsonNode data) {
        return "[" + part.path("mimeType").asString("data") + ", "
                + data.asString("").length() + " characters in base64, left out]";
    }
}
