package io.flyball.governor.policy;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.inventory.Environments;
import io.flyball.governor.policy.Profile.Ruling;
import io.flyball.governor.policy.Recognition.Known;
import io.flyball.governor.policy.Recognition.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a proposal against one version of policy and catalogue. */
public final class Judge {
    private final Policy policy;
    private final Catalogue catalogue;
    private final Recogniser recogniser;

    public Judge(Policy policy, Catalogue catalogue) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.recogniser = new Recogniser(catalogue);
    }

    /** The policy's version. */
    public String policyHash() {
        return policy.hash();
    }

    /** Whether no rule is configured at all, so that every change is denied. */
    public boolean allowsNothing() {
        return policy.saysNothing();
    }

    /** What policy says to that proposal; always an answer, which is no where nothing can be said. */
    public Judgement judge(Proposal proposal) {
        return judge(proposal, environment -> ProfileChoice.of(policy, agentOf(proposal), environment));
    }

    /** What that profile says to it, as if it held: for explanations, never for verdicts. */
    public Judgement judgeUnder(String profile, Proposal proposal) {
        Choices only = _ -> List.of(ProfileChoice.only(policy, profile));
        return switch (recogniser.recognise(proposal)) {
            case Refused refused -> refused(proposal, refused, only);
            case Known known -> judge(known.action().readIn(profile), only);
        };
    }

    /** Names of the profiles. */
    public List<String> profiles() {
        return policy.profiles().stream().map(Profile::name).sorted().toList();
    }

    /** Names of the agents. */
    public List<String> agents() {
        return catalogue.agents().stream().map(AgentDefinition::name).sorted().toList();
    }

    private Judgement judge(Proposal proposal, Choices choices) {
        return switch (recogniser.recognise(proposal)) {
            case Refused refused -> refused(proposal, refused, choices);
            case Known known -> judge(known.action(), choices);
        };
    }

    private Judgement refused(Proposal proposal, Refused refused, Choices choices) {
        ProfileChoice choice = choices.in(Environments.STRICTEST).getFirst();
        var ruling = new Ruling(Sorting.FORBID, refused.rule(), refused.reason());
        return judgement(ruling, choice, choice.approvers(), Nature.unknown(proposal), proposal, List.of());
    }

    private Judgement judge(KnownAction action, Choices choices) {
        Place place = action.place();
        List<Judged> all = choices.in(place.environment()).stream()
                .flatMap(choice -> action.parts().stream().map(part -> new Judged(rule(part, choice), choice)))
                .toList();
        Judged strictest = all.stream()
                .reduce((one, other) -> other.isStricterThan(one) ? other : one)
                .orElseThrow();
        Ruling ruling = statedCritical(action, tainted(action, placed(action, strictest.ruling())));
        Nature nature = Nature.of(action, RiskAssessment.of(action, policy.riskRules()));
        List<String> against = Stream.concat(
                        place.contradiction(action.proposal()).stream(), Flags.reach(action).stream())
                .toList();
        return judgement(ruling, strictest.choice(), approvers(all, ruling), nature, action.proposal(), against);
    }

    /** All that any profile wants which holds the action itself; where none does, all that any of them wants. */
    private static Approvers approvers(List<Judged> all, Ruling ruling) {
        List<Judged> deciding = all.stream()
                .filter(judged -> judged.ruling().sorting() == ruling.sorting())
                .toList();
        return (deciding.isEmpty() ? all : deciding)
                .stream().map(judged -> judged.choice().approvers()).reduce(Approvers.ANYBODY, Approvers::and);
    }

    private Optional<AgentDefinition> agentOf(Proposal proposal) {
        return catalogue.agent(proposal.run().agent());
    }

    /** The profiles that an action is held against, by the environment that it takes place in. */
    @FunctionalInterface
    private interface Choices {
        List<ProfileChoice> in(String environment);
    }

    /** What one profile says. */
    private record Judged(Ruling ruling, ProfileChoice choice) {
        boolean isStricterThan(Judged other) {
            return ruling.sorting().isStricterThan(other.ruling.sorting());
        }
    }

    /** Where an action takes place can only make the ruling stricter. */
    private static Ruling placed(KnownAction action, Ruling ruling) {
        return action.place()
                .objection(action)
                .filter(objection -> objection.sorting().isStricterThan(ruling.sorting()))
                .orElse(ruling);
    }

    private static Ruling rule(KnownAction action, ProfileChoice choice) {
        if (choice.profile().isEmpty() || choice.profile().get().rules().isEmpty()) {
            return new Ruling(
                    action.reads() ? Sorting.REQUIRE_APPROVAL : Sorting.FORBID,
                    "no-policy",
                    "no policy is configured, so nothing is allowed");
        }
        return choice.profile().get().rule(action).orElseGet(() -> unknownAction(action, choice.name()));
    }

    private static Ruling unknownAction(KnownAction action, String profile) {
        return new Ruling(
                Sorting.REQUIRE_APPROVAL,
                "unknown-action",
                "no rule of the profile " + profile + " names the operation " + action.operation());
    }

    /** What others may have talked the planner into is asked of people, whatever the profile says. */
    private static Ruling tainted(KnownAction action, Ruling ruling) {
        return action.proposal().tainted()
                        && !action.reads()
                        && ruling.sorting().letsThrough()
                ? new Ruling(
                        Sorting.REQUIRE_APPROVAL,
                        "tainted",
                        "untrusted text with instructions in it has entered the run, so every change needs approval")
                : ruling;
    }

    /** Whoever proposes a change and calls it critical wants a person to see it, whatever the profile says. */
    private static Ruling statedCritical(KnownAction action, Ruling ruling) {
        return action.proposal().statedRisk() == Risk.CRITICAL
                        && !action.reads()
                        && ruling.sorting().letsThrough()
                ? new Ruling(
                        Sorting.REQUIRE_APPROVAL,
                        "stated-critical",
                        "the planner calls it critical, so it needs approval")
                : ruling;
    }

    private Judgement judgement(
            Ruling ruling,
            ProfileChoice choice,
            Approvers approvers,
            Nature nature,
            Proposal proposal,
            List<String> contradiction) {
        String reason = choice.note().isEmpty() ? ruling.reason() : ruling.reason() + "; " + choice.note();
        Approvers needed = nature.risk() == Risk.CRITICAL ? approvers : approvers.alone();
        boolean coverable =
                needed.equals(Approvers.ANYBODY) && (!proposal.tainted() || nature.effect() == ToolEffect.READ);
        return new Judgement(
                ruling.sorting(),
                ruling.rule(),
                reason,
                choice.name(),
                policy.hash(),
                nature,
                coverable,
                Flags.of(proposal, nature, contradiction),
                catalogue.version(),
                needed);
    }
}
