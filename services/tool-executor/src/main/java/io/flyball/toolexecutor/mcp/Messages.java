package io.flyball.toolexecutor.mcp;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON-RPC 2.0, as far as it is needed. */
final class Messages {
    static final int METHOD_NOT_FOUND = -32601;
    static final int UNSUPPORTED_REVISION = -32022;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Messages() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @throws JacksonException if it is no JSON */
    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    /** A message; empty if that text is none. */
    static Optional<JsonNode> message(String text) {
        try {
            return text.stripLeading().startsWith("{")
                    ? Optional.of(read(text))
                            .filter(node -> node.path("jsonrpc").asString("").equals("2.0"))
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static ObjectNode request(long id, String method, ObjectNode params) {
        ObjectNode message = object().put("jsonrpc", "2.0").put("id", id).put("method", method);
        message.set("params", params);
        return message;
    }

    static ObjectNode notice(String method) {
        return object().put("jsonrpc", "2.0").put("method", method);
    }

    /** Whether the server wants something of us. */
    static boolean isRequest(JsonNode message) {
        return message.hasNonNull("method") && message.has("id");
    }

    /** Whether it answers something. */
    static boolean isAnswer(JsonNode message) {
        return !message.hasNonNull("method") && (message.has("result") || message.has("error"));
    }

    static boolean answers(JsonNode message, ObjectNode question) {
        return isAnswer(message)
                && message.path("id").toString().equals(question.path("id").toString());
    }

    /** To a ping; everything else that servers ask of clients is refused, as none of it was offered. */
    static ObjectNode reply(JsonNode request) {
        ObjectNode reply = object().put("jsonrpc", "2.0");
        reply.set("id", request.path("id"));
        if (request.path("method").asString("").equals("ping")) {
            reply.set("result", object());
        } else {
            reply.set("error", object().put("code", METHOD_NOT_FOUND).put("message", "this client offers nothing"));
        }
        return reply;
    }
}
