package io.flyball.console.ingress;

import io.flyball.console.door.Refusal;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.contract.Alert;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** The alerts of one body, to their topic: all or none. */
@Component
final class AlertsOut {
    private final int mostAlerts;
    private final Outbox outbox;

    AlertsOut(IngressProperties properties, Outbox outbox) {
        this.mostAlerts = properties.bounds().alerts();
        this.outbox = outbox;
    }

    /**
     * Sends them, and returns once Kafka has them.
     *
     * @throws Refusal if there are more than one body may bring
     */
    AcceptedAlerts send(List<Alert> alerts, Context trace) {
        if (alerts.size() > mostAlerts) {
            throw Refusal.tooLarge("The body has " + alerts.size() + " alerts, at most " + mostAlerts
                    + " are possible: send them in several bodies.");
        }
        try (Scope _ = trace.makeCurrent()) {
            outbox.sendAll(alerts.stream()
                    .map(alert -> new Message(Topics.ALERTS, alert.getFingerprint(), alert))
                    .toList());
        }
        return AcceptedAlerts.of(alerts);
    }
}
