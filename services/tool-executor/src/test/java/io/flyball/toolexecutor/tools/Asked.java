package io.flyball.toolexecutor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.toolexecutor.process.Ending;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a tool as the executor does. */
public final class Asked {
    private static final JsonMapper JSON = new JsonMapper();

    private final Tool tool;
    private final Permissions permissions;

    public Asked(Tool tool, Permissions permissions) {
        this.tool = tool;
        this.permissions = permissions;
    }

    /** An agent that may reach these. */
    public static Permissions network(String... endpoints) {
        return new Permissions(List.of(), List.of(), List.of(), List.of(endpoints));
    }

    public Plan plan(Map<String, ?> arguments) {
        return tool.plan(new ToolRequest("action", JSON.writeValueAsString(arguments), permissions, 10_000));
    }

    public ToolOutcome outcome(Map<String, ?> arguments) {
        return outcome(arguments, new Ending());
    }

    public ToolOutcome outcome(Map<String, ?> arguments, Ending ending) {
        return switch (plan(arguments)) {
            case Plan.Refused refused -> throw new AssertionError(refused.reason());
            case Plan.Ready ready -> ready.action().perform(ending);
        };
    }

    /** What it found, which must be a success. */
    public JsonNode found(Map<String, ?> arguments) {
        ToolOutcome outcome = outcome(arguments);
        assertThat(outcome).isInstanceOf(ToolOutcome.Succeeded.class);
        return JSON.readTree(outcome.output().head());
    }

    /** Why it does not even begin. */
    public String refusal(Map<String, ?> arguments) {
        assertThat(plan(arguments)).as(arguments.toString()).isInstanceOf(Plan.Refused.class);
        return ((Plan.Refused) plan(arguments)).reason();
    }

    /** Why it failed. */
    public String failure(Map<String, ?> arguments) {
        ToolOutcome outcome = outcome(arguments);
        assertThat(outcome).isInstanceOf(ToolOutcome.Failed.class);
        return ((ToolOutcome.Failed) outcome).error();
    }
}
