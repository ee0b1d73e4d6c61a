package io.flyball.toolexecutor.execution;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.mcp.OfferedMcpTool;
import io.flyball.schemas.ActionHash;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Looks at a call before anything is started: is it what was allowed, and may the agent do it at all? */
final class Preflight {
    private final Supplier<Catalogue> catalogue;
    private final Map<String, Tool> tools;

    private final Function<OfferedMcpTool, Tool> ofServers;

    /**
     * @param tools those that are built in
     * @param ofServers makes those of MCP servers, which come and go with the catalogue
     */
    Preflight(Supplier<Catalogue> catalogue, List<Tool> tools, Function<OfferedMcpTool, Tool> ofServers) {
        this.catalogue = catalogue;
        this.ofServers = ofServers;
        this.tools = tools.stream().collect(Collectors.toUnmodifiableMap(Tool::name, Function.identity()));
    }

    /** What is to be done with a call. */
    sealed interface Decision {

        /** Do it. */
        record Go(ToolDefinition tool, Plan.Ready plan) implements Decision {}

        /** Only say what would be done. */
        record Describe(String description) implements Decision {}

        /** Don't, and why. */
        record Refuse(String reason) implements Decision {}

        /**
         * Don't now, and why. Here nobody knows whether its run still waits, as the run itself or the broker may have been away as long as
         * this executor was. Who still waits sends it again, with another deadline.
         */
        record TooLate(String reason) implements Decision {}
    }

    Decision decide(Call call, Instant now) {
        return now.isBefore(call.deadline())
                ? objection(call).<Decision>map(Decision.Refuse::new).orElseGet(() -> plan(call))
                : new Decision.TooLate("it was read after its deadline, " + call.deadline());
    }

    private static Optional<String> objection(Call call) {
        try {
            String hash = ActionHash.of(call.tool(), call.argumentsJson(), call.target(), call.environment());
            return hash.equals(call.actionHash())
                    ? Optional.empty()
                    : Optional.of("this is not the action that was allowed: its hash is " + hash + ", allowed was "
                            + call.actionHash());
        } catch (JacksonException e) {
            return Optional.of("the arguments are not JSON: " + e.getOriginalMessage());
        }
    }

    private Decision plan(Call call) {
        Catalogue known = catalogue.get();
        Optional<ToolDefinition> definition = known.tool(call.tool());
        Optional<Tool> tool = tool(known, call.tool());
        Optional<AgentDefinition> agent = known.agent(call.agent());
        if (definition.isEmpty() || tool.isEmpty()) {
            return new Decision.Refuse(known.withheld(call.tool()).orElse("there is no tool " + call.tool()));
        }
        if (agent.isEmpty() || !agent.get().tools().contains(call.tool())) {
            return new Decision.Refuse("the agent " + call.agent() + " may not use " + call.tool());
        }
        ToolRequest request = new ToolRequest(
                call.actionId(),
                call.argumentsJson(),
                Permissions.of(agent.get()),
                definition.get().outputLimit());
        return switch (tool.get().plan(request)) {
            case Plan.Refused refused -> new Decision.Refuse(refused.reason());
            case Plan.Ready ready -> decide(call, definition.get(), ready);
        };
    }

    private Optional<Tool> tool(Catalogue known, String name) {
        return Optional.ofNullable(tools.get(name))
                .or(() -> known.mcp().find(name).map(ofServers));
    }

    /** What was allowed as a read is not done when it turns out to change something. */
    private static Decision decide(Call call, ToolDefinition definition, Plan.Ready plan) {
        if (plan.effect().compareTo(call.effect()) > 0) {
            return new Decision.Refuse("it was allowed as " + call.effect() + " and is " + plan.effect());
        }
        boolean describe = call.dryRun() && plan.effect() != ToolEffect.READ;
        return describe ? new Decision.Describe(plan.description()) : new Decision.Go(definition, plan);
    }
}
