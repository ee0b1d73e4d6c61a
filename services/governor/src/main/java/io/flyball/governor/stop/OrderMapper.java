package io.flyball.governor.stop;

import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Orders to and from the contract, and what is told and recorded of them. */
final class OrderMapper {
    static final String TARGET = "emergency_stop";
    private static final JsonMapper JSON = new JsonMapper();

    private final String tenant;
    private final OrderTarget target;

    OrderMapper(String tenant) {
        this(tenant, new OrderTarget.Everything());
    }

    OrderMapper(String tenant, OrderTarget target) {
        this.tenant = tenant;
        this.target = target;
    }

    /** The key of the orders' records. */
    String target() {
        return target.name();
    }

    /** The order in that command; empty if it is about something else. */
    Optional<StopOrder> order(ControlCommand command) {
        boolean stops = command.getKind() == target.kind(true);
        boolean concerns = stops || command.getKind() == target.kind(false);
        return concerns && command.getTarget().equals(target.name())
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
                .setTarget(target.name())
                .setKind(target.kind(order.stops()))
                .setTenant(tenant)
                .setReason(order.reason())
                .setBy(order.by())
                .setChannel(order.channel())
                .setAt(order.at())
                .build();
    }

    Notification notification(StopOrder order, Instant at) {
        String id = target.name() + ":" + order.id();
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant(tenant)
                .setSubject(target.name())
                .setKind(order.stops() ? NotificationKind.STOP : NotificationKind.RELEASE)
                .setSeverity(order.stops() ? "critical" : "warning")
                .setTitle(target.title(order))
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

    private String body(StopOrder order) {
        String who = "by %s on %s at %s: %s".formatted(order.by(), order.channel(), order.at(), order.reason());
        String text = target.meaning(order.stops()) + who;
        return order.stops() ? text + "\n\nTo go on: `" + target.wayOn() + "`" : text;
    }

    AuditFact audit(StopOrder order) {
        return AuditFact.newBuilder()
                .setId(target.name() + ":" + order.id())
                .setTenant(tenant)
                .setService("governor")
                .setKind(AuditKind.CONTROL)
                .setActor(order.by())
                .setTarget(target.name())
                .setDetailJson(JSON.writeValueAsString(Map.of(
                        "order", target.word(order.stops()),
                        "reason", order.reason(),
                        "channel", order.channel())))
                .setAt(order.at())
                .build();
    }
}
