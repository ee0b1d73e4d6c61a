package io.flyball.orchestrator.shell;

import io.flyball.contract.ActionProposal;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.Effect;
import io.flyball.contract.Expectation;
import io.flyball.contract.ExpectationKind;
import io.flyball.contract.Risk;
import io.flyball.contract.ToolCall;
import io.flyball.orchestrator.run.ActionState;
import io.flyball.orchestrator.run.ProposedAction;
import io.flyball.orchestrator.run.Run;
import io.flyball.orchestrator.run.RunCommand.CallTool;
import io.flyball.orchestrator.run.RunCommand.CancelTools;
import io.flyball.orchestrator.run.RunCommand.Propose;
import io.flyball.orchestrator.run.RunSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Proposals, tool calls and cancellations, from domain to contract. */
final class ActionMapper {
    /** Who orders an end of tools; a run does not take its own order for a person's. */
    static final String OWN_ORDERS = "orchestrator";

    private ActionMapper() {}

    static ActionProposal proposal(Propose command, Instant at) {
        Run run = command.run();
        RunSpec spec = run.spec();
        ProposedAction p = command.action().proposal();
        return ActionProposal.newBuilder()
                .setActionId(command.action().id())
                .setRunId(spec.id())
                .setTenant(spec.tenant())
                .setPrincipal(spec.principal())
                .setAgent(spec.agent())
                .setEnvironment(spec.environment())
                .setStep(command.step())
                .setIndex(p.index())
                .setGoal(spec.goal())
                .setTool(p.tool())
                .setArgumentsJson(p.argumentsJson())
                .setTarget(p.target())
                .setReasoning(p.reasoning())
                .setExpectedEffect(p.expectedEffect())
                .setRollback(p.rollback())
                .setStatedRisk(p.statedRisk() == null ? null : Risk.valueOf(p.statedRisk()))
                .setActionHash(p.hash())
                .setDryRun(spec.dryRun())
                .setCostSoFarMicros(run.tally().costMicros())
                .setRemainingMillis(run.remaining().activeTime().toMillis())
                .setAlertName(run.alert() == null ? null : run.alert().name())
                .setFingerprint(run.alert() == null ? null : run.alert().fingerprint())
                .setSent(command.action().state() instanceof ActionState.Proposed proposed ? proposed.sent() : 0)
                .setProposedAt(at)
                .build();
    }

    static ToolCall call(CallTool command, Instant at) {
        RunSpec spec = command.run().spec();
        ProposedAction p = command.action().proposal();
        var allowed = command.allowed();
        return ToolCall.newBuilder()
                .setActionId(command.action().id())
                .setRunId(spec.id())
                .setTenant(spec.tenant())
                .setPrincipal(spec.principal())
                .setAgent(spec.agent())
                .setEnvironment(spec.environment())
                .setStep(command.step())
                .setTool(p.tool())
                .setArgumentsJson(p.argumentsJson())
                .setTarget(p.target())
                .setEffect(Effect.valueOf(allowed.effect().name()))
                .setReversible(allowed.reversible())
                .setReasoning(p.reasoning())
                .setDryRun(spec.dryRun())
                .setActionHash(p.hash())
                .setResources(p.resources())
                .setDispatch(command.dispatch())
                .setVerdictId(allowed.id())
                .setPolicyHash(allowed.policyHash())
                .setApprovedBy(allowed.approvedBy())
                .setRequestedAt(at)
                .setDeadline(command.deadline())
                .setExpects(expectations(p))
                .setGrant(allowed.grant())
                .build();
    }

    private static List<Expectation> expectations(ProposedAction action) {
        return Optional.ofNullable(action.expects()).stream()
                .flatMap(List::stream)
                .map(e -> new Expectation(ExpectationKind.valueOf(e.kind().name()), e.text()))
                .toList();
    }

    static ControlCommand cancel(CancelTools command, Instant at) {
        RunSpec spec = command.run().spec();
        return ControlCommand.newBuilder()
                .setId(spec.id() + ":cancel")
                .setTarget(spec.id())
                .setKind(ControlKind.CANCEL)
                .setTenant(spec.tenant())
                .setReason(command.reason())
                .setBy(OWN_ORDERS)
                .setChannel("api")
                .setAt(at)
                .build();
    }
}
