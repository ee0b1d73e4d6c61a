package io.flyball.planner.provider;

import io.flyball.planner.model.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a provider writes its answers and reads its questions. */
public enum WireFormat {
    ANTHROPIC(Provider.ANTHROPIC, "", "/v1/messages") {
        @Override
        public String calls(String... namesAndArguments) {
            List<Object> content = new ArrayList<>(List.of(Map.of("type", "text", "text", "Let me see.")));
            for (int i = 0; i < namesAndArguments.length; i += 2) {
                content.add(Map.of(
                        "type",
                        "tool_use",
                        "id",
                        "toolu_" + i,
                        "name",
                        namesAndArguments[i],
                        "input",
                        JSON.readTree(namesAndArguments[i + 1])));
            }
            return message(content, "tool_use");
        }

        @Override
        public String text(String text) {
            return message(List.of(Map.of("type", "text", "text", text)), "end_turn");
        }

        @Override
        public String stopped(String reason) {
            return message(List.of(Map.of("type", "text", "text", "I was")), reason);
        }

        @Override
        public String wordless(String reason) {
            return message(List.of(), reason);
        }

        private String message(List<Object> content, String stop) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("id", "msg_" + content.hashCode());
            message.put("type", "message");
            message.put("role", "assistant");
            message.put("model", "claude-opus-4-8");
            message.put("content", content);
            message.put("stop_reason", stop);
            message.put("stop_sequence", null);
            message.put(
                    "usage",
                    Map.of(
                            "input_tokens",
                            1000,
                            "output_tokens",
                            50,
                            "cache_read_input_tokens",
                            200,
                            "cache_creation_input_tokens",
                            10));
            return JSON.writeValueAsString(message);
        }

        @Override
        public List<String> offered(JsonNode body) {
            return body.path("tools").values().stream()
                    .map(tool -> tool.path("name").asString())
                    .toList();
        }

        @Override
        public JsonNode schema(JsonNode body, String tool) {
            return body.path("tools").values().stream()
                    .filter(each -> each.path("name").asString().equals(tool))
                    .findFirst()
                    .orElseThrow()
                    .path("input_schema");
        }

        @Override
        public String system(JsonNode body) {
            return body.path("system").asString();
        }

        @Override
        public List<String> returned(JsonNode body) {
            List<String> texts = new ArrayList<>();
            for (JsonNode message : body.path("messages")) {
                for (JsonNode block : message.path("content")) {
                    if (block.path("type").asString("").equals("tool_result")) {
                        texts.add(block.path("tool_use_id").asString() + "=" + plain(block.path("content")));
                    }
                }
            }
            return texts;
        }
    },

    OPENAI(Provider.OPENAI, "/v1", "/v1/chat/completions") {
        @Override
        public String calls(String... namesAndArguments) {
            List<Object> calls = new ArrayList<>();
            for (int i = 0; i < namesAndArguments.length; i += 2) {
                calls.add(Map.of(
                        "id",
                        "call_" + i,
                        "type",
                        "function",
                        "function",
                        Map.of("name", namesAndArguments[i], "arguments", namesAndArguments[i + 1])));
            }
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("content", "Let me see.");
            message.put("tool_calls", calls);
            return completion(message, "tool_calls");
        }

        @Override
        public String text(String text) {
            return completion(Map.of("content", text), "stop");
        }

        @Override
        public String stopped(String reason) {
            return completion(Map.of("content", "I was"), reason);
        }

        @Override
        public String wordless(String reason) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("content", null);
            message.put("refusal", "I cannot help with that.");
            return completion(message, "stop");
        }

        private String completion(Map<String, Object> said, String finish) {
            Map<String, Object> message = new LinkedHashMap<>(said);
            message.put("role", "assistant");
            Map<String, Object> completion = new LinkedHashMap<>();
            completion.put("id", "chatcmpl-" + said.hashCode());
            completion.put("object", "chat.completion");
            completion.put("created", 1_790_000_000);
            completion.put("model", "gpt-5.4");
            completion.put("choices", List.of(Map.of("index", 0, "message", message, "finish_reason", finish)));
            completion.put(
                    "usage",
                    Map.of(
                            "prompt_tokens", 1200,
                            "completion_tokens", 50,
                            "total_tokens", 1250,
                            "prompt_tokens_details", Map.of("cached_tokens", 200)));
            return JSON.writeValueAsString(completion);
        }

        @Override
        public List<String> offered(JsonNode body) {
            return body.path("tools").values().stream()
                    .map(tool -> tool.path("function").path("name").asString())
                    .toList();
        }

        @Override
        public JsonNode schema(JsonNode body, String tool) {
            return body.path("tools").values().stream()
                    .map(each -> each.path("function"))
                    .filter(each -> each.path("name").asString().equals(tool))
                    .findFirst()
                    .orElseThrow()
                    .path("parameters");
        }

        @Override
        public String system(JsonNode body) {
            return plain(body.path("messages").path(0).path("content"));
        }

        @Override
        public List<String> returned(JsonNode body) {
            return body.path("messages").values().stream()
                    .filter(message -> message.path("role").asString().equals("tool"))
                    .map(message -> message.path("tool_call_id").asString() + "=" + plain(message.path("content")))
                    .toList();
        }
    };

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final Provider provider;
    public final String base;
    public final String path;

    WireFormat(Provider provider, String base, String path) {
        this.provider = provider;
        this.base = base;
        this.path = path;
    }

    /** An answer that calls tools. */
    public abstract String calls(String... namesAndArguments);

    /** An answer in words. */
    public abstract String text(String text);

    /** An answer that ended for that reason. */
    public abstract String stopped(String reason);

    /** A refusal without content. */
    public abstract String wordless(String reason);

    /** The tools that a question offers. */
    public abstract List<String> offered(JsonNode body);

    public abstract JsonNode schema(JsonNode body, String tool);

    public abstract String system(JsonNode body);

    /** What a question tells of earlier calls, as id=text. */
    public abstract List<String> returned(JsonNode body);

    private static String plain(JsonNode content) {
        return content.isString()
                ? content.stringValue()
                : content.path(0).path("text").asString("");
    }

    /** Everything that is said, as one text. */
    public String everything(JsonNode body) {
        return body.toString();
    }
}
