package io.flyball.console.ingress;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Json;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.trace.TraceOfRequest;
import io.flyball.contract.Deployment;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Delivery pipelines tell what they deployed, so that runs know what has changed. */
@RestController
final class DeploymentController {
    private final DeploymentFormat format;
    private final SourceRates rates;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Clock clock;

    DeploymentController(
            IngressProperties properties, SourceRates rates, Outbox outbox, TimeOrderedIds ids, Clock clock) {
        this.format = new DeploymentFormat(new LabelMapping(properties));
        this.rates = rates;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/webhooks/deployments")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> deployed(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace,
            ServerHttpRequest request) {
        rates.count(request);
        Reception reception = new Reception(clock.instant().truncatedTo(ChronoUnit.MILLIS), ids::next);
        Deployment deployment = format.read(Json.read(body), caller.principal(), reception);
        try (Scope _ = trace.makeCurrent()) {
            outbox.send(new Message(Topics.DEPLOYMENTS, deployment.getService(), deployment));
        }
        return Map.of("id", deployment.getId(), "service", deployment.getService());
    }
}
