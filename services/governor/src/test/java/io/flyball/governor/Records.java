package io.flyball.governor;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.schemas.ActionHash;
import java.time.Instant;
import java.util.UUID;

/** Records as the orchestrator and the console write them, for the agent that ships with the suite. */
public final class Records {
    private Records() {}

    public static String newRun() {
        return "run-" + UUID.randomUUID();
    }

    /** {@code deployctl VERB shop}, as the only action of the run's first step. */
    public static ActionProposal proposal(String runId, String verb) {
        return proposal(runId, 0, verb);
    }

    public static ActionProposal proposal(String runId, int index, String verb) {
        String arguments = "{\"argv\":[\"deployctl\",\"%s\",\"shop\"]}".formatted(verb);
        return ActionProposal.newBuilder()
                .setActionId(runId + ":1:" + index)
                .setRunId(runId)
                .setTenant("default")
                .setPrincipal("ann")
                .setAgent("service-restorer")
                .setEnvironment("production")
                .setStep(1)
                .setIndex(index)
                .setGoal("bring shop back")
                .setTool("run_command")
                .setArgumentsJson(arguments)
                .setTarget("service:shop")
                .setReasoning("it answers 503 since the last release")
                .setActionHash(ActionHash.of("run_command", arguments, "service:shop", "production"))
                .setProposedAt(Instant.now())
                .build();
    }

    /** The same, in a run that says that it is in another environment. */
    public static ActionProposal claiming(String environment, ActionProposal proposal) {
        return ActionProposal.newBuilder(proposal)
                .setEnvironment(environment)
                .setActionHash(ActionHash.of(
                        proposal.getTool(), proposal.getArgumentsJson(), proposal.getTarget(), environment))
                .build();
    }

    public static ApprovalDecision answer(ActionProposal proposal, ApprovalAnswer answer, String by) {
        return ApprovalDecision.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setApprovalId(proposal.getActionId())
                .setRunId(proposal.getRunId())
                .setActionId(proposal.getActionId())
                .setTenant("default")
                .setAnswer(answer)
                .setActionHash(proposal.getActionHash())
                .setDecidedBy(by)
                .setChannel("cli")
                .setReason("because of the release")
                .setDecidedAt(Instant.now())
                .build();
    }
}
