package io.flyball.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flyball.console.door.Caller;
import io.flyball.console.halt.DrillFigures;
import io.flyball.console.halt.LastDrill;
import io.flyball.console.readmodel.StopBoard;
import io.flyball.console.readmodel.StopView;
import io.flyball.console.trace.TraceOfRequest;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The emergency stop for people. */
@RestController
final class StopController {
    private final StopSwitch stop;
    private final StopBoard board;
    private final StopDrill drill;
    private final LastDrill lastDrill;

    StopController(StopSwitch stop, StopBoard board, StopDrill drill, LastDrill lastDrill) {
        this.drill = drill;
        this.lastDrill = lastDrill;
        this.stop = stop;
        this.board = board;
    }

    @GetMapping("/api/stop")
    StopView state() {
        return board.ask();
    }

    /** Asks for nothing, not even a reason: whoever pulls it may have no time. */
    @PostMapping("/api/stop")
    Done stop(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        Order order = Order.read(body, caller, false);
        try (Scope _ = trace.makeCurrent()) {
            return new Done(stop.stop(order), board.ask());
        }
    }

    /** What the newest drill showed; the field is null if there was none. */
    @GetMapping("/api/stop/drill")
    LastFigures lastDrill() {
        return new LastFigures(lastDrill.figures().orElse(null));
    }

    /** Takes a second or more, so it does not hold up whoever answers other requests. */
    @PostMapping("/api/stop/drill")
    Mono<DrillFigures> drill(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        String by = caller.by(Optional.empty());
        return Mono.fromCallable(() -> drill.run(by)).subscribeOn(Schedulers.boundedElastic());
    }

    /** What the newest drill showed. */
    record LastFigures(@Nullable DrillFigures last) {}

    @PostMapping("/api/resume")
    Released resume(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        Order order = Order.read(body, caller, true);
        try (Scope _ = trace.makeCurrent()) {
            if (board.isReleased()) {
                return new Released(false, false, board.ask());
            }
            return new Released(true, stop.release(order), board.ask());
        }
    }

    /**
     * The state after the order.
     *
     * @param recorded whether the control topic has it
     */
    record Done(boolean recorded, @JsonUnwrapped StopView state) {}

    /**
     * The state after a release.
     *
     * @param released whether there was a stop to release; without one nothing is written down
     * @param recorded whether the control topic has the release
     */
    record Released(
            boolean released,
            boolean recorded,
            @JsonUnwrapped StopView state) {}
}
