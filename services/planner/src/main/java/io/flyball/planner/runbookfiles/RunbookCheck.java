package io.flyball.planner.runbookfiles;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.ToolEffect;
import io.flyball.planner.runbook.Argument;
import io.flyball.planner.runbook.Runbook;
import io.flyball.planner.runbook.Step;
import io.flyball.planner.runbook.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds runbooks against the tools that there are and against what the agents that follow them may do. */
final class RunbookCheck {
    private final Catalogue catalogue;

    RunbookCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void check(Map<String, Runbook> runbooks) {
        runbooks.values().forEach(runbook -> runbook.everyStep(this::checkTool));
        for (AgentDefinition agent : catalogue.agents()) {
            for (String name : Objects.requireNonNull(agent.runbooks())) {
                Runbook runbook = runbooks.get(name);
                if (runbook == null) {
                    throw new InvalidCatalogue("agent " + agent.name() + " names the unknown runbook " + name
                            + "; known are " + runbooks.keySet());
                }
                runbook.everyStep(step -> checkPermission(agent, step));
            }
            checkFallbacks(agent, runbooks);
        }
    }

    private static void checkFallbacks(AgentDefinition agent, Map<String, Runbook> runbooks) {
        List<String> fallbacks = Objects.requireNonNull(agent.runbooks()).stream()
                .filter(name -> Objects.requireNonNull(runbooks.get(name)).fallback())
                .distinct()
                .toList();
        if (fallbacks.size() > 1) {
            throw new InvalidCatalogue("agent " + agent.name() + " has " + fallbacks.size() + " fallbacks: "
                    + String.join(", ", fallbacks) + "; one runbook at most can be for whatever is left");
        }
    }

    private void checkTool(Step step) {
        if (!(step instanceof Step.Calling calling)) {
            return;
        }
        Step.Call call = calling.call();
        ToolDefinition tool = catalogue
                .tool(call.tool())
                .orElseThrow(() -> wrong(
                        call,
                        "unknown tool " + call.tool() + "; known are "
                                + catalogue.tools().stream()
                                        .map(ToolDefinition::name)
                                        .toList()));
        checkArguments(call, tool);
        if (step instanceof Step.Verification && call.expect().isEmpty() && !tool.check()) {
            throw wrong(
                    call,
                    "a verification with " + tool.name() + " says with expect what it must show: contains, lacks or"
                            + " matches with a text, or succeeds where its exit code tells");
        }
    }

    private static void checkArguments(Step.Call call, ToolDefinition tool) {
        List<String> given = List.copyOf(call.arguments().values().keySet());
        List<String> known = tool.arguments().get("properties") instanceof Map<?, ?> properties
                ? properties.keySet().stream().map(String::valueOf).sorted().toList()
                : List.of();
        given.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw wrong(call, tool.name() + " has no argument " + name + "; it has " + known);
        });
        if (tool.arguments().get("required") instanceof List<?> required) {
            required.stream().filter(name -> !given.contains(name)).findFirst().ifPresent(name -> {
                throw wrong(call, tool.name() + " needs the argument " + name);
            });
        }
    }

    private void checkPermission(AgentDefinition agent, Step step) {
        switch (step) {
            case Step.Action action -> {
                if (action.call().terms().optional()) {
                    requireRead(agent, action.call(), "an optional step");
                } else {
                    effect(agent, action.call());
                }
            }
            case Step.Verification verification -> requireRead(agent, verification.call(), "a verification");
            case Step.Parallel parallel ->
                parallel.actions().forEach(action -> requireRead(agent, action.call(), "a step of a parallel group"));
            case Step.Delegation delegation -> checkSpecialists(agent, delegation);
            case Step.Conditional _, Step.Escalation _, Step.Ending _ -> {
                // They call nothing.
            }
        }
    }

    private void checkSpecialists(AgentDefinition agent, Step.Delegation delegation) {
        for (Step.Delegate step : delegation.steps()) {
            if (step.agent().equals(agent.name())
                    || catalogue.agent(step.agent()).isEmpty()) {
                throw new InvalidCatalogue(delegation.place() + ": the delegated step " + step.name() + " is for "
                        + step.agent() + ", which is no other agent than " + agent.name() + "; known are "
                        + catalogue.agents().stream().map(AgentDefinition::name).toList());
            }
        }
    }

    private void requireRead(AgentDefinition agent, Step.Call call, String what) {
        ToolEffect effect = effect(agent, call);
        if (effect != ToolEffect.READ) {
            throw wrong(call, what + " only reads, but for agent " + agent.name() + " this is a " + effect);
        }
    }

    /** What the call does to the world when that agent makes it. */
    private ToolEffect effect(AgentDefinition agent, Step.Call call) {
        if (!agent.tools().contains(call.tool())) {
            throw wrong(call, "agent " + agent.name() + " may not use " + call.tool() + "; it has " + agent.tools());
        }
        if (!call.tool().equals(CallReader.RUN_COMMAND)) {
            return catalogue.tool(call.tool()).orElseThrow().effect();
        }
        List<String> argv = argv(call);
        return agent.permission(argv)
                .map(CommandPermission::effect)
                .orElseThrow(() -> wrong(
                        call,
                        "agent " + agent.name() + " may not run " + argv + "; its permissions are "
                                + Objects.requireNonNull(agent.commands()).stream()
                                        .map(CommandPermission::argv)
                                        .toList()));
    }

    /** As it is written: a reference fits only where the permission allows any argument. */
    private static List<String> argv(Step.Call call) {
        return call.arguments().values().get("argv") instanceof Argument.Several several
                ? several.values().stream()
                        .flatMap(Argument::templates)
                        .map(Template::text)
                        .toList()
                : List.of();
    }

    private static InvalidCatalogue wrong(Step.Call call, String why) {
        return new InvalidCatalogue(call.place() + ": " + why);
    }
}
