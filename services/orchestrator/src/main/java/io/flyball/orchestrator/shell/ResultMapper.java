package io.flyball.orchestrator.shell;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.Effect;
import io.flyball.contract.Outcome;
import io.flyball.contract.ResultAction;
import io.flyball.contract.RunClosed;
import io.flyball.contract.ToolStatus;
import io.flyball.contract.VerificationResult;
import io.flyball.orchestrator.run.Action;
import io.flyball.orchestrator.run.ActionState;
import io.flyball.orchestrator.run.Run;
import io.flyball.orchestrator.run.RunResult;
import io.flyball.orchestrator.run.RunSpec;
import io.flyball.orchestrator.run.Step;
import io.flyball.orchestrator.run.ToolResult;
import io.flyball.orchestrator.run.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record that other services subscribe to, and admission's notice. */
final class ResultMapper {
    private static final int SUMMARY = 500;
    /** A correction is another record: subscribers drop what has an id that they know. */
    private static final String CORRECTION = ":not-effective";

    private final Links links;

    ResultMapper(Links links) {
        this.links = links;
    }

    io.flyball.contract.RunResult result(Run run, RunResult c, List<Step> turns, boolean effective) {
        RunSpec spec = run.spec();
        return io.flyball.contract.RunResult.newBuilder()
                .setId(effective ? spec.id() : spec.id() + CORRECTION)
                .setRunId(spec.id())
                .setTenant(spec.tenant())
                .setPrincipal(spec.principal())
                .setAgent(spec.agent())
                .setEnvironment(spec.environment())
                .setGoal(spec.goal())
                .setAlertName(spec.alert() == null ? null : spec.alert().name())
                .setFingerprint(spec.alert() == null ? null : spec.alert().fingerprint())
                .setService(spec.alert() == null ? null : spec.alert().service())
                .setOutcome(Outcome.valueOf(c.outcome().name()))
                .setReason(c.reason())
                .setSummary(c.summary())
                .setRootCause(c.rootCause())
                .setConfidence(run.tally().confidence())
                .setDryRun(spec.dryRun())
                .setActions(turns.stream()
                        .flatMap(turn -> turn.actions().stream())
                        .map(ResultMapper::action)
                        .toList())
                .setVerification(verification(run))
                .setHandOver(RecordParts.escalation(c.handOver()))
                .setSteps(run.tally().steps())
                .setLlmCalls(run.tally().llmCalls())
                .setTokens(RecordParts.tokens(run.tally().tokens()))
                .setCostMicros(run.tally().costMicros())
                .setActiveMillis(run.tally().active().toMillis())
                .setOpenedAt(spec.openedAt())
                .setClosedAt(c.at())
                .setTraceId(spec.traceId())
                .setTranscriptUrl(links.transcript(spec.id()).orElse(null))
                .setParentRunId(spec.parent() == null ? null : spec.parent().runId())
                .setFindings(run.findings().stream().map(RecordParts::finding).toList())
                .setCollateral(run.collateral())
                .setEffective(effective)
                .build();
    }

    AdmissionInput closed(Run run, RunResult c) {
        return new AdmissionInput(new RunClosed(
                run.id(),
                run.spec().tenant(),
                run.spec().alert() == null ? null : run.spec().alert().fingerprint(),
                Outcome.valueOf(c.outcome().name()),
                c.at(),
                !run.tally().changes().isEmpty()));
    }

    private static List<VerificationResult> verification(Run run) {
        List<VerificationResult> all = new ArrayList<>();
        run.verified()
                .forEach(v -> all.add(
                        new VerificationResult(v.target(), true, v.actionId(), v.expected(), orNever(v.startedAt()))));
        run.owed().forEach(o -> all.add(new VerificationResult(o.target(), false, null, null, Instant.EPOCH)));
        return all;
    }

    private static ResultAction action(Action action) {
        ResultAction.Builder record = ResultAction.newBuilder()
                .setActionId(action.id())
                .setTool(action.proposal().tool())
                .setArgumentsJson(action.proposal().argumentsJson())
                .setTarget(action.proposal().target())
                .setSummary("");
        action.answer().ifPresent(answer -> answered(record, answer));
        if (action.state() instanceof ActionState.Finished finished) {
            reported(record, finished.report());
        }
        return record.build();
    }

    private static void answered(ResultAction.Builder record, Verdict answer) {
        record.setEffect(Effect.valueOf(answer.effect().name()))
                .setVerdict(io.flyball.contract.Verdict.valueOf(answer.kind().name()))
                .setApprovedBy(answer.approvedBy());
    }

    private static void reported(ResultAction.Builder record, ToolResult report) {
        String text = report.error() == null ? report.output() : report.error();
        record.setStatus(ToolStatus.valueOf(report.status().name()))
                .setStartedAt(orNever(report.startedAt()))
                .setFinishedAt(orNever(report.finishedAt()))
                .setSummary(text.length() <= SUMMARY ? text : text.substring(0, SUMMARY));
    }

    static Instant orNever(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }
}
