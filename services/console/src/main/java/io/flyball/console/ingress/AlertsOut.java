package io.flyball.console.ingress;

import io.flyball.console.door.Refusal;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.contract.Alert;
import io.flyball.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** The alerts of one body, to their topic: all or none. */
@Component
final class AlertsOut {
    private final int mostAlerts;
    private final Outbox outbox;
    private final MeterRegistry meters;

    AlertsOut(IngressProperties properties, Outbox outbox, MeterRegistry meters) {
        this.mostAlerts = properties.bounds().alerts();
        this.outbox = outbox;
        this.meters = meters;
    }

    /**
     * Sends them, and returns once Kafka has them.
     *
     * @throws Refusal if there are more than one body may bring
     */
    AcceptedAlerts send(List<Alert> alerts, Context trace) {
        if (alerts.size() > mostAlerts) {
            throw Refusal.tooLarge("The body has " + alerts.size() + " alerts, at most " + mostAlerts
                    + " are possible. "
                    + (isFromAlertmanager(alerts) ? Refusal.ALERTMANAGER_SENDS_LESS : "Send them in several bodies."));
        }
        try (Scope _ = trace.makeCurrent()) {
            outbox.sendAll(alerts.stream()
                    .map(alert -> new Message(Topics.ALERTS, alert.getFingerprint(), alert))
                    .toList());
        }
        countLeftOut(alerts);
        return AcceptedAlerts.of(alerts);
    }

    private static boolean isFromAlertmanager(List<Alert> alerts) {
        return alerts.getFirst().getSource().equals(AlertmanagerFormat.SOURCE);
    }

    /** What a sender left out it says once for each body, and it stands with each alert. */
    private void countLeftOut(List<Alert> alerts) {
        if (!alerts.isEmpty() && alerts.getFirst().getLeftOut() > 0) {
            meters.counter(
                            "flyball.ingress.alerts.left.out",
                            "source",
                            alerts.getFirst().getSource())
                    .increment(alerts.getFirst().getLeftOut());
        }
    }
}
