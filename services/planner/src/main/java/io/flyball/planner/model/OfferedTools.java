package io.flyball.planner.model;

import io.flyball.catalogue.ToolDefinition;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.Risk;
import io.flyball.planner.prompt.OfferedTool;
import io.flyball.planner.tools.AgentTools;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model may call: the agent's tools, each with what a plan needs to say of it, and the decisions that are no action. */
final class OfferedTools {
    static final String FINISH = "finish";
    static final String ESCALATE = "escalate";
    static final String ASK = "ask";

    private final List<OfferedTool> tools;

    OfferedTools(AgentTools agent) {
        tools = Stream.concat(agent.definitions().stream().map(OfferedTools::action), decisions())
                .toList();
    }

    List<OfferedTool> all() {
        return tools;
    }

    Optional<OfferedTool> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    static boolean isDecision(String name) {
        return name.equals(FINISH) || name.equals(ESCALATE) || name.equals(ASK);
    }

    private static OfferedTool action(ToolDefinition tool) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("arguments", tool.arguments());
        properties.put("target", text("What it touches, for example service:checkout; empty if nothing nameable."));
        properties.put("expectedEffect", text("What should be different afterwards; needed for changes."));
        properties.put("rollback", text("How to undo it, or that it cannot be undone; needed for changes."));
        properties.put("verifies", list("Targets whose change this read verifies."));
        properties.put(
                "independent",
                Map.of("type", "boolean", "description", "May run beside the other changes of this answer."));
        properties.put("risk", choice(Risk.values(), "How much harm it could do, if you see more than is obvious."));
        return offered(tool.name(), tool.description(), properties, List.of("arguments", "target"));
    }

    private static Stream<OfferedTool> decisions() {
        return Stream.of(
                offered(
                        FINISH,
                        "Ends the run. Only when the definition of done is met.",
                        of(
                                "outcome", choice(FinishOutcome.values(), "How the run ends."),
                                "summary", needed("What happened, in one paragraph for people."),
                                "rootCause", text("The likely cause; leave it out if unknown.")),
                        List.of("outcome", "summary")),
                offered(
                        ESCALATE,
                        "Hands the run over to a person.",
                        of(
                                "reason", needed("Why a person is needed."),
                                "known", needed("What is known so far, and on what evidence."),
                                "nextSteps", list("What the person should do next.")),
                        List.of("reason", "known", "nextSteps")),
                offered(
                        ASK,
                        "Asks a person a question without whose answer you cannot go on.",
                        of("question", needed("The question.")),
                        List.of("question")));
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put((String) pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private static OfferedTool offered(
            String name, String description, Map<String, Object> properties, List<String> required) {
        properties.put("reasoning", needed("Why, in one to three sentences for the person on call."));
        properties.put(
                "confidence", Map.of("type", "number", "minimum", 0, "maximum", 1, "description", "How sure you are."));
        properties.put(
                "complexity",
                Map.of("type", "integer", "minimum", 1, "maximum", 10, "description", "How hard the matter is."));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        schema.put(
                "required",
                Stream.concat(required.stream(), Stream.of("reasoning", "confidence", "complexity"))
                        .toList());
        return new OfferedTool(name, description, schema);
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    /** A text that is not blank. */
    private static Map<String, Object> needed(String description) {
        return Map.of("type", "string", "pattern", "\\S", "description", description);
    }

    private static Map<String, Object> list(String description) {
        return Map.of("type", "array", "items", Map.of("type", "string"), "description", description);
    }

    private static Map<String, Object> choice(Enum<?>[] values, String description) {
        return Map.of(
                "type", "string", "enum", Arrays.stream(values).map(Enum::name).toList(), "description", description);
    }
}
