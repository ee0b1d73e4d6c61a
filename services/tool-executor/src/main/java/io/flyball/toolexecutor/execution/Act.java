package io.flyball.toolexecutor.execution;

import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.claim.ClaimsUnreachable;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.LateStart;
import io.flyball.toolexecutor.process.StartBy;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The act itself, up to its end in the claim. */
final class Act {
    private static final Logger log = LoggerFactory.getLogger(Act.class);

    private final Claims claims;
    private final Results results;
    private final Clock clock;

    Act(Claims claims, Results results, Clock clock) {
        this.claims = claims;
        this.results = results;
        this.clock = clock;
    }

    /**
     * The result, which is in the claim.
     *
     * @throws LateStart if it was too late to begin; the claim stands as it was
     */
    CallResult perform(Call call, Preflight.Decision.Go go, Armed armed, Starter.Start.Go start) {
        Instant at = start.at();
        ToolOutcome outcome = perform(armed.action(), armed.ending(), start.by());
        CallResult result = results.of(call, outcome, go.tool().outputLimit(), at, clock.instant())
                .under(armed.locks().token());
        CallResult sure = armed.locks().areStillOurs()
                ? result
                : result.notAlone("its lock was lost while it ran: another run may have changed the same");
        return finish(armed.call().claim(), sure);
    }

    private static ToolOutcome perform(Action action, Ending ending, StartBy by) {
        try {
            return action.perform(ending, by);
        } catch (LateStart e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("a tool failed in a way it does not know itself", e);
            return ToolOutcome.Failed.because("the tool itself failed: " + e, Failure.BUG);
        }
    }

    private CallResult finish(ClaimRequest request, CallResult result) {
        try {
            return CallResultCodec.decode(claims.finish(request, CallResultCodec.encode(result)));
        } catch (ClaimsUnreachable e) {
            log.warn("the end of {} is not in its claim: {}", request.actionId(), e.getMessage());
            return result;
        }
    }
}
