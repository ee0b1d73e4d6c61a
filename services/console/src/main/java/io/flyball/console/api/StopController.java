package io.flyball.console.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flyball.console.door.Caller;
import io.flyball.console.readmodel.StopBoard;
import io.flyball.console.readmodel.StopView;
import io.flyball.console.trace.TraceOfRequest;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The emergency stop for people. */
@RestController
final class StopController {
    private final StopSwitch stop;
    private final StopBoard board;

    StopController(StopSwitch stop, StopBoard board) {
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
