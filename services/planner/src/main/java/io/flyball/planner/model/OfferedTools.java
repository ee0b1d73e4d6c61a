package io.flyball.planner.model;

import io.flyball.catalogue.AgentDefinition;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model may call: the agent's tools, each with what a plan needs to say of it, and the decisions that are no action. */
final class OfferedTools {
    static final String FINISH = "finish";
    static final String ESCALATE = "escalate";
    static final String ASK = "ask";
    static final String DELEGATE = "delegate";

    private final List<OfferedTool> tools;

    OfferedTools(AgentTools agent) {
        tools = Stream.of(agent.definitions().stream().map(OfferedTools::action), decisions(), delegation(agent))
                .flatMap(offered -> offered)
                .toList();
    }

    List<OfferedTool> all() {
        return tools;
    }

    Optional<OfferedTool> find(String name) {
        return tools.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    static boolean isDecision(String name) {
        return name.equals(FINISH) || name.equals(ESCALATE) || name.equals(ASK) || name.equals(DELEGATE);
    }

    private static OfferedTool action(ToolDefinition tool) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("arguments", tool.arguments());
        properties.put("target", text("What it touches, for example service:checkout; empty if nothing nameable."));
        properties.put("expectedEffect", text("What should be different afterwards; needed for changes."));
        properties.put("rollback", text("How to undo it, or that it cannot be undone; needed for changes."));
        properties.put("verifies", list("Targets whose change this read verifies."));
        if (!tool.check()) {
            properties.put("expects", expectations());
        }
        properties.put(
                "independent",
                Map.of("type", "boolean", "description", "May run beside the other changes of this answer."));
        properties.put(
                "resources", list("What it changes, if that is more than its target; each is locked meanwhile."));
        properties.put("phase", text("Phase of the manifest that it belongs to; leave it out if it has none."));
        properties.put("risk", choice(Risk.values(), "How much harm it could do, if you see more than is obvious."));
        return offered(tool.name(), tool.description(), properties, List.of("arguments", "target"));
    }

    /** Only for agents that have no tools of their own: whoever coordinates does not act, and the other way round. */
    private static Stream<OfferedTool> delegation(AgentTools agent) {
        if (!agent.definitions().isEmpty() || agent.specialists().isEmpty()) {
            return Stream.empty();
        }
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("name", Map.of("type", "string", "pattern", "^[a-z][a-z0-9_]*$", "description", "Its name, unique."));
        step.put(
                "agent",
                Map.of(
                        "type",
                        "string",
                        "enum",
                        agent.specialists().stream().map(AgentDefinition::name).toList(),
                        "description",
                        agent.specialists().stream()
                                .map(specialist -> specialist.name() + ": " + specialist.purpose())
                                .collect(Collectors.joining(" "))));
        step.put("goal", needed("What the specialist shall achieve; it knows nothing else of the run."));
        step.put("dependsOn", list("Names of steps that must be verified first."));
        Map<String, Object> item = Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                step,
                "required",
                List.of("name", "agent", "goal"));
        return Stream.of(offered(
                DELEGATE,
                "Hands steps to specialists; those that depend on nothing are done side by side.",
                of("steps", Map.of("type", "array", "minItems", 1, "items", item)),
                List.of("steps")));
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

    private static Map<String, Object> expectations() {
        Map<String, Object> item = Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                of(
                        "kind",
                        Map.of("type", "string", "enum", List.of("CONTAINS", "LACKS", "MATCHES")),
                        "text",
                        needed("The text, or the regular expression (RE2) with MATCHES.")),
                "required",
                List.of("kind", "text"));
        return Map.of(
                "type",
                "array",
                "items",
                item,
                "description",
                "What the output of a read must show for it to be evidence; without it the read verifies nothing.");
    }

    private static Map<String, Object> list(String description) {
        return Map.of("type", "array", "items", Map.of("type", "string"), "description", description);
    }

    private static Map<String, Object> choice(Enum<?>[] values, String description) {
        return Map.of(
                "type", "string", "enum", Arrays.stream(values).map(Enum::name).toList(), "description", description);
    }
}
