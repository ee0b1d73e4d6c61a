package io.flyball.toolexecutor.execution;

import io.flyball.catalogue.ToolEffect;
import io.flyball.contract.ToolCall;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.workqueue.Work;
import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.claim.ClaimsUnreachable;
import io.flyball.toolexecutor.claim.Standing;
import io.flyball.toolexecutor.execution.CallResult.Status;
import io.flyball.toolexecutor.running.CancelledRuns;
import io.flyball.toolexecutor.tools.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with a record of agent.tool-calls. Done again for the same record, it says the same again. */
public final class CallExecutor implements Work<ToolCall> {
    private static final Logger log = LoggerFactory.getLogger(CallExecutor.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final GrantGate gate;
    private final Preflight preflight;
    private final Claims claims;
    private final Performance performance;
    private final Results results;
    private final Report report;
    private final CancelledRuns cancelled;
    private final CallSpan span;
    private final ToolMeters meters;
    private final Patience patience;
    private final Clock clock;
    private final String executor;

    CallExecutor(
            GrantGate gate,
            Preflight preflight,
            Claims claims,
            Performance performance,
            Results results,
            Report report,
            CancelledRuns cancelled,
            CallSpan span,
            ToolMeters meters,
            Clock clock,
            String executor) {
        this.gate = gate;
        this.preflight = preflight;
        this.claims = claims;
        this.performance = performance;
        this.results = results;
        this.report = report;
        this.cancelled = cancelled;
        this.span = span;
        this.meters = meters;
        this.patience = new Patience(clock);
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public void perform(ToolCall record) throws Exception {
        Call call = CallMapper.call(record);
        span.around(call, () -> {
            CallResult result = execute(call, request(call));
            log.info("{} {} of run {}: {}", call.tool(), call.actionId(), call.runId(), result.status());
            meters.count(call, result);
            report.ended(call, result);
            return result;
        });
    }

    private ClaimRequest request(Call call) {
        boolean mayRepeat = call.effect() == ToolEffect.READ;
        // A read that is sent again is meant to be made again; for a change there is one claim, whatever is sent.
        String claimed = mayRepeat && call.dispatch() > 1 ? call.actionId() + "/" + call.dispatch() : call.actionId();
        return new ClaimRequest(
                claimed, switches(call), UUID.randomUUID().toString(), executor, mayRepeat, call.requestedAt());
    }

    private static Set<KillSwitch> switches(Call call) {
        return Set.of(KillSwitch.agent(call.agent()), KillSwitch.tool(call.tool()), KillSwitch.tenant(call.tenant()));
    }

    private CallResult execute(Call call, ClaimRequest request) throws Exception {
        while (true) {
            Standing standing = patience.until(call.deadline(), () -> claims.look(request));
            switch (standing) {
                case Standing.Finished finished -> {
                    return CallResultCodec.decode(finished.result());
                }
                case Standing.Lost lost -> {
                    return giveUp(call, request, lost);
                }
                // Its result will be the one that counts.
                case Standing.Running _ -> Thread.sleep(PAUSE);
                case Standing.Free _ -> {
                    Performance.Performed performed = begin(call, request);
                    if (performed instanceof Performance.Performed.Ended ended) {
                        return ended.result();
                    }
                }
            }
        }
    }

    private CallResult giveUp(Call call, ClaimRequest request, Standing.Lost lost) {
        CallResult unknown = results.neverStarted(
                call,
                Status.UNKNOWN,
                "nobody knows whether it took effect: " + lost.why(),
                Failure.EXTERNAL,
                clock.instant());
        try {
            return CallResultCodec.decode(claims.giveUp(request, CallResultCodec.encode(unknown)));
        } catch (ClaimsUnreachable _) {
            return unknown;
        }
    }

    private Performance.Performed begin(Call call, ClaimRequest request) throws Exception {
        if (cancelled.contains(call.runId())) {
            return ended(results.neverStarted(
                    call, Status.CANCELLED, "its run was cancelled before it started", null, clock.instant()));
        }
        return switch (gate.look(call, request.switches())) {
            case GrantGate.Passage.Never never -> refused(call, Status.REFUSED, never.why(), Failure.CONFIG);
            case GrantGate.Passage.Gone gone -> refused(call, Status.GRANT_GONE, gone.why(), Failure.TRANSIENT);
            case GrantGate.Passage.Through through -> begin(call, request, through.permit());
        };
    }

    private Performance.Performed begin(Call call, ClaimRequest request, Permit permit) throws Exception {
        return switch (preflight.decide(call, clock.instant())) {
            case Preflight.Decision.Refuse refuse -> refused(call, Status.REFUSED, refuse.reason(), Failure.CONFIG);
            case Preflight.Decision.TooLate late -> refused(call, Status.REFUSED, late.reason(), Failure.TRANSIENT);
            case Preflight.Decision.Describe describe ->
                ended(results.described(call, describe.description(), clock.instant()));
            case Preflight.Decision.Go go -> {
                report.intent(call);
                yield performance.of(call, go, request, permit);
            }
        };
    }

    private Performance.Performed refused(Call call, Status status, String why, Failure failure) {
        return ended(results.neverStarted(call, status, why, failure, clock.instant()));
    }

    private static Performance.Performed ended(CallResult result) {
        return new Performance.Performed.Ended(result);
    }
}
