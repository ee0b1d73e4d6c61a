package io.flyball.toolexecutor.execution;

import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.stop.StopState;
import io.flyball.toolexecutor.claim.ClaimRequest;
import io.flyball.toolexecutor.claim.Claims;
import io.flyball.toolexecutor.execution.CallResult.Status;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.LateStart;
import io.flyball.toolexecutor.running.RunningCall;
import io.flyball.toolexecutor.running.RunningCalls;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Mark;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
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
    private final LockQueue queue;
    private final Results results;
    private final Report report;
    private final Clock clock;
    private final Act act;
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
            LockQueue queue,
            Results results,
            Report report,
            Clock clock) {
        this.running = running;
        this.starter = starter;
        this.claims = claims;
        this.guard = guard;
        this.queue = queue;
        this.results = results;
        this.report = report;
        this.clock = clock;
        this.act = new Act(claims, results, clock);
    }

    /** What came of it. */
    sealed interface Performed {

        /** It has ended, or will not start. */
        record Ended(CallResult result) implements Performed {}

        /** Its permission to start had grown too old, and it gave its claim back: look again how it stands. */
        record NotBegun() implements Performed {}

        /** Somebody else has it: look again how it stands. */
        record TakenByAnother() implements Performed {}
    }

    Performed of(Call call, Preflight.Decision.Go go, ClaimRequest request, Permit permit) throws Exception {
        return actors.submit(() -> armAndStart(call, go, request, permit)).get();
    }

    private Performed armAndStart(Call call, Preflight.Decision.Go go, ClaimRequest request, Permit permit)
            throws InterruptedException {
        RunningCall runningCall = new RunningCall(call.runId(), request, new Ending());
        try (RunningCalls.Registration _ = running.register(runningCall)) {
            return switch (queue.await(
                    call,
                    permit.waitUntil(call.deadline()),
                    runningCall.ending(),
                    holder -> report.waiting(call, request.executor(), holder))) {
                case LockQueue.Turn.Mine mine -> armAndStart(call, go, runningCall, permit, mine.locks());
                case LockQueue.Turn.Ended ended -> new Performed.Ended(endedBefore(call, ended.cause()));
                case LockQueue.Turn.TooLate late
                when permit.endsBefore(call.deadline()) ->
                    gone(call, "its grant ended before its turn came: " + late.why());
                case LockQueue.Turn.TooLate late -> notStarted(call, Status.REFUSED, late.why(), Failure.EXTERNAL);
            };
        }
    }

    private Performed armAndStart(
            Call call, Preflight.Decision.Go go, RunningCall runningCall, Permit permit, HeldLocks locks)
            throws InterruptedException {
        try (HeldLocks held = locks;
                Action action = go.plan().action()) {
            action.arm(new Mark(
                    call.runId(), call.actionId(), call.agent(), held.token(), Set.copyOf(LockScope.named(call))));
            if (!held.areStillOurs()) {
                return notStarted(call, Status.FAILED, "it lost its lock before it started", Failure.TRANSIENT);
            }
            return switch (starter.start(runningCall, call.deadline(), permit)) {
                case Starter.Start.Go start -> perform(call, go, new Armed(action, runningCall, held), start, permit);
                case Starter.Start.Stopped stopped ->
                    new Performed.Ended(results.stopped(call, stopped.stop(), clock.instant()));
                case Starter.Start.Ended ended -> new Performed.Ended(endedBefore(call, ended.cause()));
                case Starter.Start.Gone gone -> gone(call, gone.why());
                case Starter.Start.Taken _ -> new Performed.TakenByAnother();
            };
        } catch (IOException e) {
            return notStarted(call, Status.FAILED, "it could not be prepared: " + e.getMessage(), Failure.CONFIG);
        }
    }

    private Performed gone(Call call, String why) {
        return notStarted(call, Status.GRANT_GONE, why, Failure.TRANSIENT);
    }

    private Performed notStarted(Call call, Status status, String why, Failure failure) {
        return new Performed.Ended(results.neverStarted(call, status, why, failure, clock.instant()));
    }

    private CallResult endedBefore(Call call, EndCause cause) {
        Status status = switch (cause) {
            case STOPPED -> Status.STOPPED;
            case CANCELLED -> Status.CANCELLED;
            case TIMED_OUT -> Status.TIMED_OUT;
            case LOCK_LOST -> Status.FAILED;
        };
        return results.neverStarted(call, status, "it was ended before it started", null, clock.instant());
    }

    /** From here to the first line of {@code act} nothing may take time, unless it is followed by a fresh ticket. */
    private Performed perform(Call call, Preflight.Decision.Go go, Armed armed, Starter.Start.Go start, Permit permit)
            throws InterruptedException {
        CompletableFuture<?> said = CompletableFuture.supplyAsync(
                        () -> watchAndSay(call, armed.call(), start.at()), sayers)
                .thenCompose(sent -> sent);
        Future<?> timer = running.endAfter(Objects.requireNonNull(go.tool().timeout()), armed.call());
        try {
            if (!armed.action().observe(armed.ending())) {
                return new Performed.Ended(act.perform(call, go, armed, start));
            }
            // Looking took time, in which a stop may have come on.
            return switch (starter.start(armed.call(), call.deadline(), permit)) {
                case Starter.Start.Go again ->
                    new Performed.Ended(act.perform(call, go, armed, again.since(start.at())));
                case Starter.Start.Stopped stopped -> stoppedAfterLooking(call, armed.call(), stopped);
                case Starter.Start.Ended ended -> new Performed.Ended(endedBefore(call, ended.cause()));
                case Starter.Start.Gone gone -> gone(call, gone.why());
                case Starter.Start.Taken _ -> new Performed.TakenByAnother();
            };
        } catch (LateStart e) {
            log.info("{}: {}; it is asked for again", call.actionId(), e.getMessage());
            claims.release(armed.call().claim());
            return new Performed.NotBegun();
        } finally {
            timer.cancel(false);
            awaitSaid(call, said);
        }
    }

    private Performed stoppedAfterLooking(Call call, RunningCall runningCall, Starter.Start.Stopped stopped) {
        claims.release(runningCall.claim());
        return new Performed.Ended(results.stopped(call, stopped.stop(), clock.instant()));
    }

    /** A stop that came on while the ticket was on its way ends what the ticket has just let start. */
    private CompletableFuture<?> watchAndSay(Call call, RunningCall runningCall, Instant at) {
        if (guard.check(runningCall.claim().switches()) instanceof StopState.Stopped) {
            runningCall.ending().end(EndCause.STOPPED);
        }
        return report.started(call, runningCall.claim().executor(), at);
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
