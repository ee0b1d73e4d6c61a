package io.flyball.orchestrator.shell;

import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.audit.AuditChains;
import io.flyball.orchestrator.run.RunEvent;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.Attempts;
import io.flyball.platform.streams.Intake;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.platform.streams.Unprocessable;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One task's runs: event in, decision, state and records out, all in one transaction. */
final class RunProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    private static final Logger log = LoggerFactory.getLogger(RunProcessor.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final EventMapper events;
    private final Outputs outputs;
    private final EventHeaders headers;
    private final RunSpans spans;
    private final StopLook stops;
    private final Attempts attempts;
    private final Attendance attendance;
    private final Timers timers;
    private final Presence presence = new Presence();
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable RunStore store;
    private @Nullable DecisionCarrier carrier;

    RunProcessor(
            EventMapper events,
            Outputs outputs,
            EventHeaders headers,
            RunSpans spans,
            StopBoard stops,
            Attendance attendance,
            Attempts attempts) {
        this.events = events;
        this.outputs = outputs;
        this.headers = headers;
        this.spans = spans;
        this.attendance = attendance;
        this.timers = new Timers(attendance);
        this.stops = new StopLook(stops, timers);
        this.attempts = attempts;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        store = new RunStore(
                processorContext.getStateStore(RunStore.RUNS), processorContext.getStateStore(RunStore.TURNS));
        AuditChains audit = new AuditChains(processorContext.getStateStore(AuditChains.STORE));
        carrier = new DecisionCarrier(processorContext, store, timers, outputs, headers, audit);
        timers.clear();
        presence.forget();
        store.forEach(entry -> timers.follow(entry.runId(), entry.run().state()));
        processorContext.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, _ -> look(now()));
    }

    @Override
    public void process(Record<String, SpecificRecord> message) {
        isThere(now());
        attendance.before(message.key(), now()).ifPresent(absence -> wakeOrEnd(message.key(), absence));
        attempts.attempt(() -> handle(message)).ifPresent(why -> {
            recall(message.key());
            RunEvent event = CannotGoOn.because(message.value(), why, now());
            if (event != null) {
                comeToTerms(message.key(), event);
            }
            throw new Unprocessable(why);
        });
    }

    /** What is remembered of that run may be ahead of the store. */
    private void recall(String runId) {
        store().recall(runId);
        timers.drop(runId);
        store().find(runId).ifPresent(run -> timers.follow(runId, run.state()));
    }

    /** A run whose next step is impossible is told so, and must not wait for it. */
    private void comeToTerms(String runId, RunEvent event) {
        attempts.attempt(() -> wake(runId, event)).ifPresent(worse -> {
            log.error("{}: it can neither go on nor end; look at its newest state", runId, worse);
            recall(runId);
            timers.drop(runId);
        });
    }

    private void handle(Record<String, SpecificRecord> message) {
        Optional<StoredRun> stored = store().find(message.key());
        if (stored.isPresent()) {
            goOn(message, stored.get());
        } else if (message.value() instanceof RunAdmission admission) {
            open(message, admission);
        } else {
            log.debug("{}: {} is about no run known here", message.key(), name(message.value()));
        }
        FollowedOrders.tombstone(message)
                .ifPresent(it -> Objects.requireNonNull(context).forward(it, StreamEnds.sinkName(Topics.CONTROL)));
    }

    private void open(Record<String, SpecificRecord> message, RunAdmission admission) {
        spans.open(admission, message.headers(), traceparent -> {
            var identity =
                    new Identity(admission.getTenant(), admission.getAgent(), admission.getEnvironment(), traceparent);
            events.event(admission, identity, now())
                    .ifPresent(event -> carrier()
                            .carryOut(message.key(), identity, Told.NOTHING, Taints.NONE.and(admission), null, event));
        });
    }

    private void goOn(Record<String, SpecificRecord> message, StoredRun run) {
        Identity identity = run.identity();
        spans.continueFrom(
                message.headers(),
                identity.traceparent(),
                name(message.value()),
                message.key(),
                () -> events.event(message.value(), identity, now())
                        .ifPresent(event -> carrier()
                                .carryOut(
                                        message.key(),
                                        identity,
                                        Told.of(run),
                                        run.taints().and(message.value()),
                                        run.state(),
                                        event)));
    }

    /** The engine's own clock. What time a record claims is its publisher's word, or how long it lay unread. */
    private Instant now() {
        return Instant.ofEpochMilli(Objects.requireNonNull(context).currentSystemTimeMs());
    }

    private void isThere(Instant now) {
        presence.there(now).ifPresent(back -> timers.working().forEach(runId -> wakeOrEnd(runId, back)));
    }

    private static String name(SpecificRecord record) {
        return record.getSchema().getName();
    }

    /** Whatever time and the emergency stop bring. Without its broker the engine is not there, however often it looks. */
    private void look(Instant now) {
        Intake intake = Intake.ofThisThread();
        if (intake.silent(now)) {
            return;
        }
        isThere(now);
        attendance.look(now, this::wakeOrEnd);
        timers.due(now).stream()
                .takeWhile(due -> intake.hasRead(due.at(), now))
                .filter(due -> attendance.allows(due.runId(), due.at()))
                .forEach(due -> wakeOrEnd(due.runId(), new RunEvent.TimePassed(now)));
        stops.look(now, this::wakeOrEnd);
    }

    private void wakeOrEnd(String runId, RunEvent event) {
        attempts.attempt(() -> wake(runId, event)).ifPresent(why -> {
            log.error("{}: {} could not be done", runId, event.getClass().getSimpleName(), why);
            recall(runId);
            comeToTerms(runId, CannotGoOn.because(why, event.at()));
        });
    }

    private void wake(String runId, RunEvent event) {
        store().find(runId)
                .ifPresent(run -> spans.resume(
                        run.identity().traceparent(),
                        event.getClass().getSimpleName(),
                        runId,
                        () -> carrier()
                                .carryOut(runId, run.identity(), Told.of(run), run.taints(), run.state(), event)));
    }

    private DecisionCarrier carrier() {
        return Objects.requireNonNull(carrier);
    }

    private RunStore store() {
        return Objects.requireNonNull(store);
    }
}
