package io.flyball.toolexecutor.execution;

import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.claim.ClaimsUnreachable;
import io.flyball.toolexecutor.execution.CallResult.Status;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.running.RunningCall;
import io.flyball.toolexecutor.running.RunningCalls;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Performs one action: armed, started by ticket, watched, its end recorded in the claim. */
final class Performance {
    private static final Logger log = LoggerFactory.getLogger(Performance.class);

    private final RunningCalls running;
    private final Starter starter;
    private final Claims claims;
    private final StopGuard guard;
    private final Results results;
    private final Report report;
    private final Clock clock;
    private final ExecutorService sayers = Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());

    /**
     * Platform threads: starting a process would hold up the few carriers of virtual threads, and with them whoever holds
     * a ticket that grows old.
     */
    private final ExecutorService actors = Context.taskWrapping(Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("action-", 0).factory()));

    Performance(
            RunningCalls running,
            Starter starter,
            Claims claims,
            StopGuard guard,
            Results results,
            Report report,
            Clock clock) {
        this.running = running;
        this.starter = starter;
        this.claims = claims;
        this.guard = guard;
        this.results = results;
        this.report = report;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Performed {

        /** It has ended, or will not start. */
        record Ended(CallResult result) implements Performed {}

        /** Somebody else has it: look again how it stands. */
        record TakenByAnother() implements Performed {}
    }

    Performed of(Call call, Preflight.Decision.Go go, ClaimRequest request) throws Exception {
        return actors.submit(() -> armAndStart(call, go, request)).get();
    }

    private Performed armAndStart(Call call, Preflight.Decision.Go go, ClaimRequest request)
            throws InterruptedException {
        RunningCall runningCall = new RunningCall(call.runId(), call.agent(), request, new Ending());
        try (Action action = go.plan().action();
                RunningCalls.Registration _ = running.register(runningCall)) {
            action.arm();
            return switch (starter.start(runningCall, call.deadline())) {
                case Starter.Start.Go start -> perform(call, go, action, runningCall, start.at());
                case Starter.Start.Stopped stopped ->
                    new Performed.Ended(results.stopped(call, stopped.stop(), clock.instant()));
                case Starter.Start.Ended ended -> new Performed.Ended(endedBefore(call, ended.cause()));
                case Starter.Start.Taken _ -> new Performed.TakenByAnother();
            };
        } catch (IOException e) {
            return new Performed.Ended(results.neverStarted(
                    call,
                    Status.FAILED,
                    "it could not be prepared: " + e.getMessage(),
                    Failure.CONFIG,
                    clock.instant()));
        }
    }

    private CallResult endedBefore(Call call, EndCause cause) {
        Status status = switch (cause) {
            case STOPPED -> Status.STOPPED;
            case CANCELLED -> Status.CANCELLED;
            case TIMED_OUT -> Status.TIMED_OUT;
        };
        return results.neverStarted(call, status, "it was ended before it started", null, clock.instant());
    }

    /** From here to the first line of {@code act} nothing may take time. */
    private Performed perform(Call call, Preflight.Decision.Go go, Action action, RunningCall runningCall, Instant at) {
        CompletableFuture<?> said = CompletableFuture.supplyAsync(() -> watchAndSay(call, runningCall, at), sayers)
                .thenCompose(sent -> sent);
        Duration limit = Objects.requireNonNull(go.tool().timeout());
        Future<?> timer = running.endAfter(limit, runningCall);
        ToolOutcome outcome = act(action, runningCall.ending());
        timer.cancel(false);
        CallResult result = results.of(call, outcome, go.tool().outputLimit(), at, clock.instant());
        CallResult standing = finish(runningCall.claim(), result);
        awaitSaid(call, said);
        return new Performed.Ended(standing);
    }

    private static ToolOutcome act(Action action, Ending ending) {
        try {
            return action.perform(ending);
        } catch (RuntimeException e) {
            log.error("a tool failed in a way it does not know itself", e);
            return ToolOutcome.Failed.because("the tool itself failed: " + e, Failure.BUG);
        }
    }

    /** A stop that came on while the ticket was on its way ends what the ticket has just let start. */
    private CompletableFuture<?> watchAndSay(Call call, RunningCall runningCall, Instant at) {
        if (guard.check(call.agent()) instanceof StopState.Stopped) {
            runningCall.ending().end(EndCause.STOPPED);
        }
        return report.started(call, runningCall.claim().executor(), at);
    }

    private CallResult finish(ClaimRequest request, CallResult result) {
        try {
            return CallResultCodec.decode(claims.finish(request, CallResultCodec.encode(result)));
        } catch (ClaimsUnreachable e) {
            log.warn("the end of {} is not in its claim: {}", request.actionId(), e.getMessage());
            return result;
        }
    }

    /** The order on the topic is started, then ended; that the start could not be said is no reason to hide the end. */
    private static void awaitSaid(Call call, CompletableFuture<?> said) {
        said.exceptionally(failure -> {
                    log.warn("could not say that {} started: {}", call.actionId(), failure.toString());
                    return null;
                })
                .join();
    }
}
