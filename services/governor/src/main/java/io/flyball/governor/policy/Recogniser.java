package io.flyball.governor.policy;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.ToolDefinition;
import io.flyball.catalogue.files.GuardedFile;
import io.flyball.catalogue.inventory.Touched;
import io.flyball.catalogue.programs.AgentReach;
import io.flyball.catalogue.programs.PipeDecision;
import io.flyball.catalogue.programs.PipeGuard;
import io.flyball.governor.policy.Recognition.Known;
import io.flyball.governor.policy.Recognition.Refused;
import io.flyball.schemas.ActionHash;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks a proposal up in the catalogue. What it does to the world is the catalogue's word, never the planner's. */
final class Recogniser {
    private static final String COMMAND_TOOL = "run_command";

    private final Catalogue catalogue;
    private final PipeGuard guard;

    Recogniser(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.guard = new PipeGuard(catalogue.programs());
    }

    Recognition recognise(Proposal proposal) {
        Optional<AgentDefinition> agent = catalogue.agent(proposal.run().agent());
        if (agent.isEmpty()) {
            return refuse(
                    "unknown-agent",
                    "no agent is called %s; known are %s",
                    proposal.run().agent(),
                    agents());
        }
        Optional<ToolDefinition> tool = catalogue.tool(proposal.tool());
        Optional<String> withheld = catalogue.withheld(proposal.tool());
        if (withheld.isPresent()) {
            return new Refused("tool-withheld", withheld.get());
        }
        if (tool.isEmpty()) {
            return refuse("unknown-tool", "no tool is called %s; known are %s", proposal.tool(), tools());
        }
        if (!agent.get().tools().contains(proposal.tool())) {
            return refuse(
                    "tool-not-granted",
                    "agent %s does not have the tool %s; it has %s",
                    agent.get().name(),
                    proposal.tool(),
                    String.join(", ", agent.get().tools()));
        }
        return Arguments.read(proposal.argumentsJson())
                .map(arguments -> recognise(proposal, agent.get(), tool.get(), arguments))
                .orElseGet(() -> refuse("unreadable-arguments", "the arguments are not a JSON object"));
    }

    private Recognition recognise(Proposal proposal, AgentDefinition agent, ToolDefinition tool, Arguments arguments) {
        if (!hash(proposal).equals(proposal.actionHash())) {
            return refuse(
                    "hash-mismatch", "the action's hash does not fit its tool, arguments, target and environment");
        }
        Optional<String> guarded = Touched.by(tool, arguments.values())
                .resource()
                .flatMap(resource -> GuardedFile.objection(tool, agent, resource));
        if (guarded.isPresent()) {
            return new Refused("protected-file", guarded.get());
        }
        return tool.name().equals(COMMAND_TOOL)
                ? command(proposal, agent, tool, arguments)
                : known(proposal, tool, List.of(Deed.of(tool, arguments.argv())), arguments);
    }

    /** The same guard as the executor's decides, so that nothing is allowed here that is refused there. */
    private Recognition command(Proposal proposal, AgentDefinition agent, ToolDefinition tool, Arguments arguments) {
        List<List<String>> commands = arguments.commands();
        if (commands.isEmpty()) {
            return refuse(
                    "unreadable-arguments",
                    "argv must be a list of strings: the program and its arguments; pipe, if given, a list of such lists");
        }
        List<CommandPermission> permissions = Objects.requireNonNullElse(agent.commands(), List.of());
        return switch (guard.decide(commands, arguments.directory(), permissions, AgentReach.of(agent))) {
            case PipeDecision.Refused refused -> new Refused("command-not-permitted", refused.reason());
            case PipeDecision.Allowed allowed ->
                known(proposal, tool, deeds(allowed.permissions(), commands), arguments);
        };
    }

    private static List<Deed> deeds(List<CommandPermission> permissions, List<List<String>> commands) {
        return IntStream.range(0, commands.size())
                .mapToObj(i -> Deed.of(permissions.get(i), commands.get(i)))
                .toList();
    }

    private Recognition known(Proposal proposal, ToolDefinition tool, List<Deed> deeds, Arguments arguments) {
        Touched touched = Touched.by(tool, arguments.values());
        return new Known(new KnownAction(
                proposal,
                tool,
                deeds.getFirst(),
                deeds.subList(1, deeds.size()),
                arguments.values(),
                touched.resource().orElse(null),
                Place.of(catalogue.inventory(), touched)));
    }

    private static String hash(Proposal proposal) {
        return ActionHash.of(
                proposal.tool(),
                proposal.argumentsJson(),
                proposal.target(),
                proposal.run().environment());
    }

    private static Refused refuse(String rule, String reason, Object... facts) {
        return new Refused(rule, reason.formatted(facts));
    }

    private String agents() {
        return catalogue.agents().stream().map(AgentDefinition::name).collect(Collectors.joining(", "));
    }

    private String tools() {
        return catalogue.tools().stream().map(ToolDefinition::name).collect(Collectors.joining(", "));
    }
}
