package io.flyball.orchestrator.admission;

import io.flyball.contract.AdmissionInput;
import io.flyball.contract.RunAdmission;
import io.flyball.orchestrator.entrance.Entrance;
import io.flyball.platform.publish.EventHeaders;
import io.flyball.platform.streams.StreamEnds;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that may open a run passes here, one after the other: it decides with the machine, keeps, and says. */
public final class AdmissionProcessor implements Processor<String, SpecificRecord, String, SpecificRecord> {
    public static final String ADMISSION = "admission";
    public static final String FINGERPRINTS = "fingerprints";
    public static final String REQUESTS = "run-requests";

    private static final Logger log = LoggerFactory.getLogger(AdmissionProcessor.class);
    private static final String TRACE = "traceparent";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FORGET = Duration.ofMinutes(1);

    private final AdmissionMachine machine;
    private final Duration coolDown;
    private final EventHeaders headers;
    private final AdmissionInputs inputs;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Memory memory;

    public AdmissionProcessor(AdmissionMachine machine, Duration coolDown, EventHeaders headers, Entrance entrance) {
        this.machine = machine;
        this.coolDown = coolDown;
        this.headers = headers;
        this.inputs = new AdmissionInputs(entrance, headers);
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> processorContext) {
        context = processorContext;
        memory = new Memory(
                processorContext.getStateStore(ADMISSION),
                new FormerStores(
                        processorContext.getStateStore(FINGERPRINTS),
                        processorContext.getStateStore(REQUESTS),
                        coolDown));
        if (isOwner(processorContext)) {
            processorContext.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> look(Instant.ofEpochMilli(now)));
            processorContext.schedule(
                    FORGET, PunctuationType.WALL_CLOCK_TIME, now -> forget(Instant.ofEpochMilli(now)));
        }
    }

    /** Every task has this node, but admission's one partition has one owner among all replicas; only it may act on its own. */
    private static boolean isOwner(ProcessorContext<?, ?> context) {
        return context.taskId().partition() == 0;
    }

    /** What stands where admission lives is admitted at once; the rest queues for it. */
    @Override
    public void process(Record<String, SpecificRecord> message) {
        var out = Objects.requireNonNull(context);
        Instant at = Instant.ofEpochMilli(out.currentSystemTimeMs());
        AdmissionInput input = inputs.input(message, out, at);
        // What has queued is never queued again, wherever it stands: it would go round for ever.
        if (isOwner(out) || message.value() instanceof AdmissionInput) {
            admit(ArrivalMapper.arrival(input, at), at, message.headers());
        } else {
            out.forward(inputs.queued(message, input, at), StreamEnds.sinkName(Topics.ADMISSION_INPUTS));
        }
    }

    private void admit(Arrival arrival, Instant at, Headers cause) {
        memory().move();
        act(machine.decide(memory().knowledge(), arrival), at, cause);
        if (arrival instanceof Arrival.RunEnded || arrival instanceof Arrival.ActivityChanged) {
            openWaiting(at);
        }
    }

    /** What time brings: schedules fire, a breaker lets go. */
    private void look(Instant now) {
        memory().move();
        machine.due(memory().knowledge(), now)
                .forEach(due -> act(machine.fired(memory().knowledge(), due, now), now, null));
        openWaiting(now);
    }

    private void forget(Instant now) {
        act(machine.decide(memory().knowledge(), new Arrival.TimeToForget(now)), now, null);
    }

    private void openWaiting(Instant at) {
        Optional<Decision> next = machine.next(memory().knowledge(), at);
        while (next.isPresent()) {
            act(next.get(), at, null);
            next = machine.next(memory().knowledge(), at);
        }
    }

    private void act(Decision decision, Instant at, @Nullable Headers cause) {
        memory().keep(decision);
        decision.answers().forEach(answer -> say(answer, at, cause));
    }

    private void say(Answer answer, Instant at, @Nullable Headers cause) {
        switch (answer) {
            case Answer.Open open -> admit(AdmissionMapper.open(open, at), at, open.waited() ? null : cause);
            case Answer.Refuse refuse -> admit(AdmissionMapper.refused(refuse, at), at, cause);
            case Answer.Wait waits -> admit(AdmissionMapper.waits(waits, at), at, cause);
            case Answer.Join join -> admit(AdmissionMapper.join(join, at), at, cause);
            case Answer.Tell tell -> admit(AdmissionMapper.tell(tell, at), at, cause);
            case Answer.Listen listen -> admit(AdmissionMapper.listen(listen, at), at, cause);
            case Answer.AskAfter ask -> admit(AdmissionMapper.asksAfter(ask.wish(), at), at, cause);
            case Answer.Warn warn -> warn(warn, at);
            case Answer.Nothing nothing -> log.debug("nothing opens: {}", nothing.why());
        }
    }

    /** A run's trace is linked to what asked for it, so its headers go along. */
    private void admit(RunAdmission admission, Instant at, @Nullable Headers cause) {
        Headers own = headers.of(admission.getRunId(), admission, admission.getAdmittedAt());
        Header trace = cause == null ? null : cause.lastHeader(TRACE);
        if (trace != null) {
            own.remove(TRACE).add(trace);
        }
        forward(admission.getRunId(), admission, at, own, Topics.RUN_ADMISSIONS);
    }

    private void warn(Answer.Warn warn, Instant at) {
        log.warn("breaker: {}", warn.reason());
        var notification = AdmissionMapper.warning(warn, at);
        Headers own = headers.of(notification.getSubject(), notification, at);
        forward(notification.getSubject(), notification, at, own, Topics.NOTIFICATIONS);
    }

    private void forward(String key, SpecificRecord record, Instant at, Headers own, String topic) {
        Objects.requireNonNull(context)
                .forward(new Record<>(key, record, at.toEpochMilli(), own), StreamEnds.sinkName(topic));
    }

    private Memory memory() {
        return Objects.requireNonNull(memory);
    }
}
