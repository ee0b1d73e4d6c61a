package io.flyball.planner.model;

import io.flyball.planner.plan.Delegated;
import io.flyball.planner.plan.Effect;
import io.flyball.planner.prompt.Message.Call;
import io.flyball.planner.prompt.OfferedTool;
import io.flyball.planner.tools.AgentTools;
import io.flyball.planner.tools.ArgumentCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Holds one call of a model against what was offered. */
final class CallReader {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final AgentTools agent;
    private final OfferedTools offered;
    private final ArgumentCheck check;

    CallReader(AgentTools agent, OfferedTools offered, ArgumentCheck check) {
        this.agent = agent;
        this.offered = offered;
        this.check = check;
    }

    /**
     * A call and what is wrong with it.
     *
     * @param fields its arguments; empty if they cannot be read
     * @param mistake absent if all of it fits
     */
    record ReadCall(
            Call call,
            Map<String, Object> fields,
            @Nullable String kind,
            @Nullable String mistake) {
        boolean fits() {
            return mistake == null;
        }
    }

    ReadCall read(Call call) {
        Optional<OfferedTool> tool = offered.find(call.name());
        if (tool.isEmpty()) {
            return wrong(call, "unknown_tool", "There is no tool " + call.name() + ". There are: " + names() + ".");
        }
        Map<String, Object> fields = fields(call);
        if (fields == null) {
            return wrong(call, "not_json", "The arguments are not a JSON object.");
        }
        List<String> problems = new ArrayList<>(check.problems(tool.get().schema(), fields));
        if (problems.isEmpty()) {
            problems.addAll(planProblems(call.name(), fields));
        }
        return problems.isEmpty()
                ? new ReadCall(call, fields, null, null)
                : new ReadCall(
                        call, fields, "bad_arguments", "The arguments do not fit: " + String.join("; ", problems));
    }

    private static ReadCall wrong(Call call, String kind, String mistake) {
        return new ReadCall(call, Map.of(), kind, mistake);
    }

    private String names() {
        return offered.all().stream().map(OfferedTool::name).collect(Collectors.joining(", "));
    }

    private static @Nullable Map<String, Object> fields(Call call) {
        try {
            return JSON.readValue(call.argumentsJson(), OBJECT);
        } catch (JacksonException _) {
            return null;
        }
    }

    /** What no schema can say: a change must tell what it is to bring, and how to undo it. */
    private List<String> planProblems(String tool, Map<String, Object> fields) {
        if (tool.equals(OfferedTools.DELEGATE)) {
            return Delegated.problem(Fields.delegated(fields)).stream().toList();
        }
        if (OfferedTools.isDecision(tool) || agent.effect(tool, Fields.object(fields, "arguments")) == Effect.READ) {
            return List.of();
        }
        return List.of("expectedEffect", "rollback").stream()
                .filter(needed -> Fields.text(fields, needed).isEmpty())
                .map(missing -> "/" + missing + ": a change needs it")
                .toList();
    }
}
