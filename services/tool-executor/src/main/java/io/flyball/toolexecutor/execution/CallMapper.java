package io.flyball.toolexecutor.execution;

import io.flyball.catalogue.ToolEffect;
import io.flyball.contract.ErrorClass;
import io.flyball.contract.TokenCount;
import io.flyball.contract.ToolCall;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import io.flyball.contract.Usage;
import io.flyball.contract.UsageKind;
import io.flyball.toolexecutor.tools.Failure;
import java.time.Instant;

/** Where Avro ends. */
final class CallMapper {
    private CallMapper() {}

    static Call call(ToolCall record) {
        return new Call(
                record.getActionId(),
                record.getRunId(),
                record.getTenant(),
                record.getPrincipal(),
                record.getAgent(),
                record.getEnvironment(),
                record.getStep(),
                record.getTool(),
                record.getArgumentsJson(),
                record.getTarget(),
                effect(record),
                record.getReversible(),
                record.getReasoning(),
                record.getDryRun(),
                record.getActionHash(),
                record.getVerdictId(),
                record.getPolicyHash(),
                record.getApprovedBy(),
                record.getDispatch(),
                record.getRequestedAt(),
                record.getDeadline(),
                record.getResources(),
                record.getExpects().stream().map(CallMapper::expectation).toList(),
                record.getGrant());
    }

    private static Expectation expectation(io.flyball.contract.Expectation record) {
        return new Expectation(Expectation.Kind.valueOf(record.getKind().name()), record.getText());
    }

    private static ToolEffect effect(ToolCall record) {
        return switch (record.getEffect()) {
            case READ -> ToolEffect.READ;
            case CHANGE -> ToolEffect.CHANGE;
            case DESTRUCTIVE -> ToolEffect.DESTRUCTIVE;
        };
    }

    static ToolResult started(Call call, String executor, Instant at) {
        return builder(call, ToolStatus.STARTED, executor).setStartedAt(at).build();
    }

    static ToolResult waiting(Call call, String executor, String holder) {
        return builder(call, ToolStatus.WAITING, executor).setHolder(holder).build();
    }

    static ToolResult result(Call call, CallResult result) {
        return builder(call, status(result.status()), result.executor())
                .setOutput(result.output())
                .setOutputLength(result.outputLength())
                .setExitCode(result.exitCode())
                .setError(result.error())
                .setErrorClass(result.failure() == null ? null : errorClass(result.failure()))
                .setRedactions(result.secrets().size())
                .setFence(result.fence())
                .setCollateral(result.collateral())
                .setBefore(result.before())
                .setAfter(result.after())
                .setGovernAgain(result.status() == CallResult.Status.GRANT_GONE)
                .setStartedAt(result.startedAt())
                .setFinishedAt(result.finishedAt())
                .build();
    }

    private static ToolResult.Builder builder(Call call, ToolStatus status, String executor) {
        return ToolResult.newBuilder()
                .setId(call.actionId() + "/" + call.dispatch() + "/" + status)
                .setActionId(call.actionId())
                .setRunId(call.runId())
                .setTenant(call.tenant())
                .setStep(call.step())
                .setDispatch(call.dispatch())
                .setTool(call.tool())
                .setStatus(status)
                .setOutput("")
                .setExecutor(executor);
    }

    static Usage usage(Call call, CallResult result) {
        return Usage.newBuilder()
                .setId("tool/" + call.actionId() + "/" + call.dispatch())
                .setKind(UsageKind.TOOL_CALL)
                .setRunId(call.runId())
                .setTenant(call.tenant())
                .setPrincipal(call.principal())
                .setAgent(call.agent())
                .setEnvironment(call.environment())
                .setStep(call.step())
                .setTool(call.tool())
                .setTokens(TokenCount.newBuilder().build())
                .setDurationMillis(result.duration().toMillis())
                .setUsedAt(result.finishedAt())
                .build();
    }

    private static ToolStatus status(CallResult.Status status) {
        return switch (status) {
            case SUCCEEDED -> ToolStatus.SUCCEEDED;
            case FAILED -> ToolStatus.FAILED;
            case TIMED_OUT -> ToolStatus.TIMED_OUT;
            case REFUSED, GRANT_GONE -> ToolStatus.REFUSED;
            case STOPPED -> ToolStatus.STOPPED;
            case CANCELLED -> ToolStatus.CANCELLED;
            case UNKNOWN -> ToolStatus.UNKNOWN;
            case DRY_RUN -> ToolStatus.DRY_RUN;
        };
    }

    private static ErrorClass errorClass(Failure failure) {
        return switch (failure) {
            case TRANSIENT -> ErrorClass.TRANSIENT;
            case CONFIG -> ErrorClass.CONFIG;
            case BUG -> ErrorClass.BUG;
            case EXTERNAL -> ErrorClass.EXTERNAL;
        };
    }
}
