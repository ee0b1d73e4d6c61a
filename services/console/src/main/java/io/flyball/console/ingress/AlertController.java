package io.flyball.console.ingress;

import io.flyball.console.door.Json;
import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.trace.TraceOfRequest;
import io.flyball.contract.Alert;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alerts in. They are accepted whether or not anything acts, and told of only once Kafka has them. */
@RestController
final class AlertController {
    private final AlertmanagerFormat alertmanager;
    private final OwnFormat own;
    private final int mostAlerts;
    private final SourceRates rates;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Clock clock;

    AlertController(IngressProperties properties, SourceRates rates, Outbox outbox, TimeOrderedIds ids, Clock clock) {
        LabelMapping mapping = new LabelMapping(properties);
        this.alertmanager = new AlertmanagerFormat(mapping);
        this.own = new OwnFormat(mapping);
        this.mostAlerts = properties.bounds().alerts();
        this.rates = rates;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/webhooks/alertmanager")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted alertmanager(
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        rates.count(request);
        return accept(alertmanager.read(Json.read(body), reception()), trace);
    }

    @PostMapping("/alerts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted own(
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        rates.count(request);
        return accept(own.read(Json.read(body), reception()), trace);
    }

    private Reception reception() {
        return new Reception(clock.instant().truncatedTo(ChronoUnit.MILLIS), ids::next);
    }

    private Accepted accept(List<Alert> alerts, Context trace) {
        if (alerts.size() > mostAlerts) {
            throw Refusal.tooLarge("The body has " + alerts.size() + " alerts, at most " + mostAlerts
                    + " are possible: send them in several bodies.");
        }
        try (Scope _ = trace.makeCurrent()) {
            outbox.sendAll(alerts.stream()
                    .map(alert -> new Message(Topics.ALERTS, alert.getFingerprint(), alert))
                    .toList());
        }
        return Accepted.of(alerts);
    }

    /**
     * What the source is told.
     *
     * @param ids the alerts' ids, in the order of the body
     * @param alerts the same with what identifies each
     */
    record Accepted(List<String> ids, List<AcceptedAlert> alerts) {

        static Accepted of(List<Alert> alerts) {
            return new Accepted(
                    alerts.stream().map(Alert::getId).toList(),
                    alerts.stream()
                            .map(alert -> new AcceptedAlert(alert.getId(), alert.getFingerprint(), alert.getName()))
                            .toList());
        }
    }

    /** One alert that Kafka has. */
    record AcceptedAlert(String id, String fingerprint, String name) {}
}
