package io.flyball.orchestrator.shell;

import io.flyball.contract.PlanDecision;
import io.flyball.orchestrator.run.ErrorClass;
import io.flyball.orchestrator.run.Plan;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.orchestrator.run.Tokens;
import io.flyball.orchestrator.run.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a run is told when the record that it waits for goes to the dead letters, so that it does not wait until its time is up. */
final class CannotGoOn {
    private static final String BY = "flyball";
    private static final int LONGEST = 1_000;

    private CannotGoOn() {}

    /** What stands for that record; null if the run waits for none of its kind, or a person has to send it again. */
    static @Nullable RunEvent because(SpecificRecord record, RuntimeException why, Instant at) {
        return switch (record) {
            case PlanDecision decision -> new RunEvent.PlanArrived(noPlan(decision, why), at);
            case io.flyball.contract.ToolResult result
            when isEnd(result) -> new RunEvent.ToolEnded(result.getActionId(), result.getDispatch(), unknown(why), at);
            default -> null;
        };
    }

    /** A run that cannot take its next step at all ends with that reason. */
    static RunEvent because(RuntimeException why, Instant at) {
        return new RunEvent.CancelOrdered(BY, "its next step could not be processed: " + reason(why), at);
    }

    private static Plan noPlan(PlanDecision decision, RuntimeException why) {
        return new Plan(
                decision.getId(),
                decision.getRequestId(),
                new Plan.Wants.NoPlan(ErrorClass.BUG, "the plan decision could not be processed: " + reason(why)),
                "",
                0,
                new Plan.DecidedBy(BY, null, null, null, null, "the decision is in the dead letters"),
                Tokens.NONE,
                decision.getLlmCalls(),
                decision.getCostMicros());
    }

    private static boolean isEnd(io.flyball.contract.ToolResult result) {
        return switch (result.getStatus()) {
            case STARTED, WAITING -> false;
            case SUCCEEDED, FAILED, TIMED_OUT, REFUSED, STOPPED, CANCELLED, UNKNOWN, DRY_RUN -> true;
        };
    }

    /** It did end; what it showed is in the dead letters, and nothing may be built on it. */
    private static ToolResult unknown(RuntimeException why) {
        return new ToolResult(
                ToolResult.Status.UNKNOWN,
                "",
                0,
                null,
                "its result could not be processed: " + reason(why),
                ErrorClass.EXTERNAL,
                true,
                Duration.ZERO,
                null,
                null,
                List.of(),
                null);
    }

    private static String reason(RuntimeException why) {
        String all = why.getMessage() == null ? why.toString() : why.getMessage();
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
    }
}
