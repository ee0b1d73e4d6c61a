package io.flyball.governor.topology;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.schemas.ActionHash;
import java.time.Instant;

/** Records as the orchestrator and the console write them. */
public final class RecordsFixture {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private RecordsFixture() {}

    /** {@code deployctl VERB shop}, proposed by the agent of the tests as the first action of the run's first step. */
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
                .setAgent("restorer")
                .setEnvironment("production")
                .setStep(1)
                .setIndex(index)
                .setGoal("bring shop back")
                .setTool("run_command")
                .setArgumentsJson(arguments)
                .setTarget("service:shop")
                .setReasoning("it answers 503 since the last release")
                .setRollback("deploy the release again")
                .setActionHash(ActionHash.of("run_command", arguments, "service:shop", "production"))
                .setCostSoFarMicros(12_300)
                .setRemainingMillis(90_000)
                .setAlertName("ServiceDown")
                .setFingerprint("f1")
                .setProposedAt(NOON)
                .build();
    }

    public static ApprovalDecision approve(ActionProposal proposal) {
        return answer(proposal, "1", ApprovalAnswer.APPROVE, "ann");
    }

    public static ApprovalDecision answer(ActionProposal proposal, String id, ApprovalAnswer answer, String by) {
        return ApprovalDecision.newBuilder()
                .setId(proposal.getActionId() + "/" + id)
                .setApprovalId(proposal.getActionId())
                .setRunId(proposal.getRunId())
                .setActionId(proposal.getActionId())
                .setTenant("default")
                .setAnswer(answer)
                .setActionHash(proposal.getActionHash())
                .setDecidedBy(by)
                .setChannel("cli")
                .setReason("because of the release")
                .setDecidedAt(NOON)
                .build();
    }
}
