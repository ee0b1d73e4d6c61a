package io.flyball.governor.stop;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditKind;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.governor.audit.Seal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Orders to and from the contract, and what is told and recorded of them. */
final class OrderMapper {
    static final String TARGET = "emergency_stop";
    private static final JsonMapper JSON = new JsonMapper();

    private final String tenant;

    OrderMapper(String tenant) {
        this.tenant = tenant;
    }

    /** The order in that command; empty if it is about something else. */
    static Optional<StopOrder> order(ControlCommand command) {
        boolean stops = command.getKind() == ControlKind.EMERGENCY_STOP;
        boolean concerns = stops || command.getKind() == ControlKind.EMERGENCY_RELEASE;
        return concerns && command.getTarget().equals(TARGET)
                ? Optional.of(new StopOrder(
                        command.getId(),
                        stops,
                        command.getReason(),
                        command.getBy(),
                        command.getChannel(),
                        command.getAt()))
                : Optional.empty();
    }

    ControlCommand command(String id, StopOrder order) {
        return ControlCommand.newBuilder()
                .setId(id)
                .setTarget(TARGET)
                .setKind(order.stops() ? ControlKind.EMERGENCY_STOP : ControlKind.EMERGENCY_RELEASE)
                .setTenant(tenant)
                .setReason(order.reason())
                .setBy(order.by())
                .setChannel(order.channel())
                .setAt(order.at())
                .build();
    }

    Notification notification(StopOrder order, Instant at) {
        String id = TARGET + ":" + order.id();
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant(tenant)
                .setSubject(TARGET)
                .setKind(order.stops() ? NotificationKind.STOP : NotificationKind.RELEASE)
                .setSeverity(order.stops() ? "critical" : "warning")
                .setTitle((order.stops() ? "EMERGENCY STOP by " : "Emergency stop released by ") + order.by())
                .setBody(body(order))
                .setFields(Map.of(
                        "by",
                        order.by(),
                        "reason",
                        order.reason(),
                        "channel",
                        order.channel(),
                        "since",
                        order.at().toString()))
                .setAt(at)
                .build();
    }

    private static String body(StopOrder order) {
        String who = "by %s on %s at %s: %s".formatted(order.by(), order.channel(), order.at(), order.reason());
        return order.stops()
                ? "Nothing acts any more, and running tools are ended. Ordered " + who
                        + "\n\nTo go on: `flyball resume --reason ...`"
                : "Runs go on; what was held is governed again. Released " + who;
    }

    AuditEntry audit(StopOrder order) {
        return Seal.on(AuditEntry.newBuilder()
                .setId(TARGET + ":" + order.id())
                .setTenant(tenant)
                .setService("governor")
                .setKind(AuditKind.CONTROL)
                .setActor(order.by())
                .setTarget(TARGET)
                .setDetailJson(JSON.writeValueAsString(Map.of(
                        "order", order.stops() ? "stop" : "release",
                        "reason", order.reason(),
                        "channel", order.channel())))
                .setAt(order.at()));
    }
}
