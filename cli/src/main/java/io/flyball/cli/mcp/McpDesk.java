package io.flyball.cli.mcp;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.output.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what an MCP client asks, one message at a time; requests know nothing of each other but who greeted. */
final class McpDesk {
    private static final String META = "io.modelcontextprotocol/";
    private static final String MODERN = "2026-07-28";
    private static final List<String> GREETING = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final int UNSUPPORTED_REVISION = -32022;

    private final ServedTools tools;
    private final OrderDesk orders;
    private volatile String client = "an MCP client";

    McpDesk(ServedTools tools, OrderDesk orders) {
        this.tools = tools;
        this.orders = orders;
    }

    /** The request is not what it should be. */
    private static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        private final int code;

        Bad(int code, String message) {
            super(message);
            this.code = code;
        }
    }

    /** The answer; empty for what is not answered. */
    Optional<ObjectNode> answer(String line) throws InterruptedException {
        JsonNode message;
        try {
            message = Json.parse(line);
        } catch (JacksonException _) {
            return Optional.of(error(null, PARSE_ERROR, "that is no JSON"));
        }
        JsonNode id = message.path("id");
        if (!message.isObject() || !message.path("jsonrpc").asString("").equals("2.0")) {
            return Optional.of(error(null, INVALID_REQUEST, "that is no JSON-RPC 2.0 message"));
        }
        if (id.isMissingNode() || !message.hasNonNull("method")) {
            return Optional.empty();
        }
        return Optional.of(answer(id, message.path("method").asString(""), message.path("params")));
    }

    private ObjectNode answer(JsonNode id, String method, JsonNode params) throws InterruptedException {
        JsonNode revision = params.path("_meta").path(META + "protocolVersion");
        boolean modern = !revision.isMissingNode();
        if (modern && !revision.asString("").equals(MODERN)) {
            ObjectNode error = error(id, UNSUPPORTED_REVISION, "Unsupported protocol version");
            ObjectNode data = ((ObjectNode) error.path("error")).putObject("data");
            data.putArray("supported").add(MODERN);
            data.set("requested", revision);
            return error;
        }
        try {
            ObjectNode result = result(method, params, modern);
            if (modern) {
                result.put("resultType", "complete");
            }
            ObjectNode answer = Json.object().put("jsonrpc", "2.0");
            answer.set("id", id);
            answer.set("result", result);
            return answer;
        } catch (Bad e) {
            return error(id, e.code, String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode result(String method, JsonNode params, boolean modern) throws Bad, InterruptedException {
        return switch (method) {
            case "server/discover" -> discovered();
            case "initialize" -> greeted(params);
            case "ping" -> Json.object();
            case "tools/list" -> listed(modern);
            case "tools/call" -> called(params);
            default -> throw new Bad(METHOD_NOT_FOUND, "there is no " + method + " here");
        };
    }

    private static ObjectNode discovered() {
        ObjectNode result = Json.object();
        result.putArray("supportedVersions").add(MODERN);
        result.putObject("capabilities").putObject("tools");
        result.set("serverInfo", us());
        result.putObject("_meta").set(META + "serverInfo", us());
        return result.put("ttlMs", 60_000).put("cacheScope", "private");
    }

    private ObjectNode greeted(JsonNode params) {
        String wanted = params.path("protocolVersion").asString("");
        named(params.path("clientInfo"));
        ObjectNode result =
                Json.object().put("protocolVersion", GREETING.contains(wanted) ? wanted : GREETING.getFirst());
        result.putObject("capabilities").putObject("tools");
        result.set("serverInfo", us());
        return result;
    }

    private void named(JsonNode info) {
        String name = info.path("name").asString("").replaceAll("[^\\w.@ -]", "");
        if (!name.isBlank()) {
            client = name.length() <= 60 ? name : name.substring(0, 60);
        }
    }

    private static ObjectNode us() {
        return Json.object().put("name", "flyball").put("version", "0.1.0");
    }

    private ObjectNode listed(boolean modern) {
        ObjectNode result = Json.object();
        result.set("tools", tools.told());
        return modern ? result.put("ttlMs", 60_000).put("cacheScope", "private") : result;
    }

    private ObjectNode called(JsonNode params) throws Bad, InterruptedException {
        named(params.path("_meta").path(META + "clientInfo"));
        String name = params.path("name").asString("");
        JsonNode arguments = params.has("arguments") ? params.path("arguments") : Json.object();
        if (!arguments.isObject()) {
            throw new Bad(INVALID_PARAMS, "arguments is a JSON object");
        }
        if (!name.equals(ServedTools.RUN) && tools.find(name).isEmpty()) {
            throw new Bad(INVALID_PARAMS, "there is no tool " + name + " here; tools/list tells which there are");
        }
        return told(asked(name, arguments));
    }

    private OrderDesk.Answer asked(String name, JsonNode arguments) throws InterruptedException {
        try {
            return name.equals(ServedTools.RUN)
                    ? orders.look(arguments.path("run").asString(""))
                    : orders.order(name, arguments, client);
        } catch (CommandFailed e) {
            return new OrderDesk.Answer(true, e.explain(), e.advice());
        }
    }

    private static ObjectNode told(OrderDesk.Answer answer) {
        ObjectNode result = Json.object();
        ArrayNode content = result.putArray("content");
        answer.texts().forEach(text -> content.addObject().put("type", "text").put("text", text));
        return result.put("isError", answer.failed());
    }

    private static ObjectNode error(@Nullable JsonNode id, int code, String message) {
        ObjectNode error = Json.object().put("jsonrpc", "2.0");
        error.set("id", id == null ? Json.object().nullNode() : id);
        error.putObject("error").put("code", code).put("message", message);
        return error;
    }
}
