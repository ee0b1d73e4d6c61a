package io.flyball.console.api;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Refusal;
import io.flyball.console.door.Role;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.readmodel.Lookup;
import io.flyball.console.readmodel.RunView;
import io.flyball.console.trace.TraceOfRequest;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.RunStatus;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People steer a run: the order is told once Kafka has it, and the run follows it in its own order of events. */
@RestController
@RequestMapping("/api/runs/{id}")
final class RunOrdersController {
    /** What was done by hand goes to the planner, as an answer does: without a word they help nobody. */
    private static final Set<ControlKind> WITH_TEXT = Set.of(ControlKind.HAND_BACK, ControlKind.ANSWER);

    private final Lookup lookup;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Clock clock;

    RunOrdersController(Lookup lookup, Outbox outbox, TimeOrderedIds ids, Clock clock) {
        this.lookup = lookup;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/{word:pause|resume|cancel|take-over|hand-back|answer}")
    Ordered order(
            @PathVariable String id,
            @PathVariable String word,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        ControlKind kind = ControlKind.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
        return order(id, kind, RunOrder.read(body, caller, WITH_TEXT.contains(kind)), caller, trace);
    }

    private Ordered order(String id, ControlKind kind, RunOrder order, Caller caller, Context trace) {
        RunView run = lookup.run(id);
        caller.require(Role.OPERATOR, run.asked().environment());
        if (run.standing().sequence() == 0) {
            // An order that overtook its run would be lost.
            throw Refusal.unavailable(
                    "Run " + id + " is accepted and has not been taken yet; order again in a moment.");
        }
        refuseUnlessFitting(run, kind);
        ControlCommand command = command(run, kind, order);
        try (Scope _ = trace.makeCurrent()) {
            outbox.sendAll(List.of(
                    new Message(Topics.CONTROL, id, command),
                    new Message(Topics.AUDIT_FACTS, id, OverrideFact.of(run, command))));
        }
        return new Ordered(command.getId(), id, kind.name(), order.by(), order.channel());
    }

    private ControlCommand command(RunView run, ControlKind kind, RunOrder order) {
        return ControlCommand.newBuilder()
                .setId(ids.next())
                .setTarget(run.id())
                .setKind(kind)
                .setTenant(run.asked().tenant())
                .setReason(order.reason().isEmpty() ? "no reason given" : order.reason())
                .setBy(order.by())
                .setChannel(order.channel())
                .setText(order.text().isEmpty() ? null : order.text())
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** An order that the run would not follow is refused here, where somebody sees it. */
    private static void refuseUnlessFitting(RunView run, ControlKind kind) {
        String status = run.standing().status();
        if (!run.isOpen()) {
            throw conflict(run, "The run has ended: " + run.ending().outcome() + ".");
        }
        if (kind == ControlKind.ANSWER && !RunStatus.AWAITING_ANSWER.name().equals(status)) {
            throw conflict(run, "The run asks nothing now; it is " + status + ".");
        }
        boolean goesOn = kind == ControlKind.RESUME || kind == ControlKind.HAND_BACK;
        if (goesOn && !RunStatus.PAUSED.name().equals(status)) {
            throw conflict(run, "The run is not paused; it is " + status + ".");
        }
    }

    private static Refusal conflict(RunView run, String detail) {
        return Refusal.conflict(detail, Map.of("runStatus", run.standing().status()));
    }

    /** What the person is told. */
    record Ordered(String id, String runId, String kind, String by, String channel) {}
}
