package io.flyball.console.api;

import io.flyball.console.door.Caller;
import io.flyball.console.trace.TraceOfRequest;
import io.flyball.platform.stop.KillSwitch;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The kill switches for people: one agent, one tool or one tenant is stopped, and all else goes on. */
@RestController
final class KillController {
    private final KillTargets targets;
    private final KillSwitches switches;

    KillController(KillTargets targets, KillSwitches switches) {
        this.targets = targets;
        this.switches = switches;
    }

    /** Asks for no reason, as the emergency stop does: whoever kills may have no time. */
    @PostMapping("/api/kill/{kind}/{name}")
    Killing kill(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        KillSwitch target = targets.named(kind, name);
        targets.require(target);
        Order order = Order.read(body, caller, false);
        try (Scope _ = trace.makeCurrent()) {
            return Killing.of(target, true, true, switches.kill(target, order), order);
        }
    }

    /** Takes names that the catalogue has no longer, too: what was killed can always be revived. */
    @PostMapping("/api/revive/{kind}/{name}")
    Killing revive(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        KillSwitch target = targets.named(kind, name);
        Order order = Order.read(body, caller, true);
        try (Scope _ = trace.makeCurrent()) {
            boolean revived = switches.revive(target, order);
            return Killing.of(target, false, revived, revived, order);
        }
    }

    /**
     * How it is after the order.
     *
     * @param kind agent, tool or tenant
     * @param killed whether it is killed now
     * @param changed false where there was nothing to revive; then nothing is written down
     * @param recorded whether the control topic has the order
     */
    record Killing(
            String kind, String name, boolean killed, boolean changed, boolean recorded, String by, String channel) {

        static Killing of(KillSwitch target, boolean killed, boolean changed, boolean recorded, Order order) {
            return new Killing(
                    target.kind().word(), target.name(), killed, changed, recorded, order.by(), order.channel());
        }
    }
}
