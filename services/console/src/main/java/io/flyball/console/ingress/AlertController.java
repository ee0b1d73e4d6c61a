package io.flyball.console.ingress;

import io.flyball.console.door.Json;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.trace.TraceOfRequest;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
    private final SourceRates rates;
    private final AlertsOut out;
    private final TimeOrderedIds ids;
    private final Clock clock;

    AlertController(IngressProperties properties, SourceRates rates, AlertsOut out, TimeOrderedIds ids, Clock clock) {
        LabelMapping mapping = new LabelMapping(properties);
        this.alertmanager = new AlertmanagerFormat(mapping);
        this.own = new OwnFormat(mapping);
        this.rates = rates;
        this.out = out;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/webhooks/alertmanager")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedAlerts alertmanager(
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        rates.count(request);
        return out.send(alertmanager.read(Json.read(body), reception()), trace);
    }

    @PostMapping("/alerts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedAlerts own(
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        rates.count(request);
        return out.send(own.read(Json.read(body), reception()), trace);
    }

    private Reception reception() {
        return new Reception(clock.instant().truncatedTo(ChronoUnit.MILLIS), ids::next);
    }
}
