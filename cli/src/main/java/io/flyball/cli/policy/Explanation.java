package io.flyball.cli.policy;

import io.flyball.catalogue.programs.ShellPipe;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.RunContext;
import io.flyball.governor.policy.Sorting;
import io.flyball.schemas.ActionHash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges actions as governor and executor would: by the governor's own judge, which asks the guard that the executor asks.
 * What only the machine knows, such as whether a program is there or where a link leads, is not looked at.
 */
record Explanation(Judge judge, Optional<String> profile, String agent) {
    /** The read-mostly agent that ships with the catalogue. */
    static final String DEFAULT_AGENT = "operations-reader";

    /**
     * By that judge.
     *
     * @param profile the profile that holds; empty where the judge shall choose it, as for a real proposal
     * @throws CommandFailed if there is no such profile or agent
     */
    static Explanation by(Judge judge, Optional<String> profile, String agent) {
        profile.filter(name -> !judge.profiles().contains(name)).ifPresent(name -> {
            throw unknown("profile", name, judge.profiles());
        });
        if (!judge.agents().contains(agent)) {
            throw unknown("agent", agent, judge.agents());
        }
        return new Explanation(judge, profile, agent);
    }

    private static CommandFailed unknown(String what, String name, List<String> known) {
        return new CommandFailed(ExitCode.USAGE, "There is no " + what + " " + name + ".", "Known are: " + known);
    }

    /** One line of many: a command as a person writes it, or its words. */
    ObjectNode ofLine(ObjectNode asked) {
        return commands(asked)
                .map(commands -> shortened(of("run_command", CommandArguments.of(commands))))
                .orElseGet(Explanation::needsShell);
    }

    private static Optional<List<List<String>>> commands(ObjectNode asked) {
        JsonNode argv = asked.path("argv");
        return argv.isArray()
                ? Optional.of(List.of(argv.valueStream().map(JsonNode::asString).toList()))
                : ShellPipe.of(Json.text(asked, "command"));
    }

    private static ObjectNode shortened(ObjectNode explained) {
        return explained.retain("verdict", "risk", "reasons");
    }

    static ObjectNode needsShell() {
        ObjectNode line = Json.object().put("verdict", "deny").put("risk", "CRITICAL");
        line.putArray("reasons")
                .add(
                        "only a shell could run it, and there is none: give one program with its arguments, or reads joined by pipes");
        return line;
    }

    /** One action about nothing named. */
    ObjectNode of(String tool, String argumentsJson) {
        return of(tool, argumentsJson, null);
    }

    /** One action. */
    ObjectNode of(String tool, String argumentsJson, @Nullable String target) {
        Proposal proposal = proposal(tool, argumentsJson, target);
        Judgement judgement =
                profile.map(name -> judge.judgeUnder(name, proposal)).orElseGet(() -> judge.judge(proposal));
        ObjectNode explained = Json.object()
                .put("verdict", verdict(judgement.sorting()))
                .put("risk", judgement.nature().risk().name())
                .put("rule", judgement.rule())
                .put("profile", judgement.profile())
                .put("agent", agent)
                .put("tool", tool)
                .put("command", judgement.nature().command())
                .put("operation", judgement.nature().operation())
                .put("effect", judgement.nature().effect().name())
                .put("policy", judgement.policyHash());
        ArrayNode reasons = explained.putArray("reasons").add(judgement.reason());
        judgement.flags().forEach(reasons::add);
        return explained;
    }

    private Proposal proposal(String tool, String argumentsJson, @Nullable String target) {
        return new Proposal(
                "explained",
                new RunContext("explained", "default", "command-line", agent, environment(), "", null, 0, 0),
                1,
                tool,
                argumentsJson,
                target,
                "",
                null,
                null,
                hash(tool, argumentsJson, target),
                false,
                false,
                List.of());
    }

    /** A proposal's claim, which the judge does not believe where it chooses the profile itself. */
    private String environment() {
        return profile.orElse("");
    }

    private String hash(String tool, String argumentsJson, @Nullable String target) {
        try {
            return ActionHash.of(tool, argumentsJson, target, environment());
        } catch (JacksonException e) {
            throw new CommandFailed(
                    ExitCode.USAGE, "The arguments are not JSON: " + e.getOriginalMessage(), "Give a JSON object.");
        }
    }

    private static String verdict(Sorting sorting) {
        return switch (sorting) {
            case AUTO_APPROVE -> "allow";
            case NOTIFY -> "notify";
            case REQUIRE_APPROVAL -> "approve";
            case FORBID -> "deny";
        };
    }
}
