package io.flyball.console.ingress;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.Json;
import io.flyball.console.door.Refusal;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.signature.Signed;
import io.flyball.console.sources.Delivery;
import io.flyball.console.sources.Reading;
import io.flyball.console.sources.Source;
import io.flyball.console.sources.Sources;
import io.flyball.console.trace.TraceOfRequest;
import io.flyball.platform.http.LocalToken;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of all alerting systems but Alertmanager. What opens nothing is answered 200, so that its sender is content. */
@RestController
final class SourceController {
    private final Sources sources;
    private final SourceGuard guard;
    private final SnsGuard sns;
    private final SourceAlerts records;
    private final AlertsOut out;
    private final SourceRates rates;
    private final LocalToken token;
    private final TimeOrderedIds ids;
    private final Clock clock;

    SourceController(
            IngressProperties properties,
            Sources sources,
            SourceGuard guard,
            SnsGuard sns,
            AlertsOut out,
            SourceRates rates,
            LocalToken token,
            TimeOrderedIds ids,
            Clock clock) {
        this.sources = sources;
        this.guard = guard;
        this.sns = sns;
        this.records = new SourceAlerts(new LabelMapping(properties));
        this.out = out;
        this.rates = rates;
        this.token = token;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/webhooks/{name}")
    ResponseEntity<?> take(
            @PathVariable String name,
            @RequestBody(required = false) byte @Nullable [] body,
            ServerHttpRequest request,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        rates.count(request);
        Source source = sources.find(name)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no source " + name + ". There are " + sources.names() + ", and alertmanager."));
        Reception reception = new Reception(clock.instant().truncatedTo(ChronoUnit.MILLIS), ids::next);
        Map<String, String> headers = headers(request);
        guard.check(name, new Signed(headers, body == null ? new byte[0] : body, reception.at()), hasToken(request));
        return switch (source.read(new Delivery(Json.read(body), headers, reception.at()))) {
            case Reading.Alerts read ->
                ResponseEntity.accepted()
                        .body(out.send(
                                read.alerts().stream()
                                        .map(it -> records.toRecord(it, name, read.leftOut(), reception))
                                        .toList(),
                                trace));
            case Reading.OpensNothing nothing -> nothing("Nothing is opened: " + nothing.because() + ".");
            case Reading.AsksToConfirm asks -> {
                sns.confirm(asks.topic(), asks.url());
                yield nothing("The subscription is confirmed: " + asks.topic() + " may send here.");
            }
            case Reading.IsNone none -> throw BadBody.at(none.pointer(), none.expected(), none.found());
        };
    }

    /** CloudEvents lets a sender ask first whether its events are wanted; whoever has the token may send as fast as the door allows. */
    @RequestMapping(path = "/webhooks/cloudevents", method = RequestMethod.OPTIONS)
    ResponseEntity<Void> mayEventsBeSent(
            @RequestHeader(name = "WebHook-Request-Origin", defaultValue = "*") String origin,
            ServerHttpRequest request) {
        if (!hasToken(request)) {
            throw Refusal.unauthorized(
                    "A sender that asks first must show a token or secret; a signature is of a body.");
        }
        return ResponseEntity.ok()
                .header("WebHook-Allowed-Origin", origin)
                .header(HttpHeaders.ALLOW, "POST, OPTIONS")
                .build();
    }

    private static ResponseEntity<?> nothing(String why) {
        return ResponseEntity.ok(Map.of("ids", List.of(), "alerts", List.of(), "detail", why));
    }

    /** A filter before has put the token in the place of a secret that stands for it. */
    private boolean hasToken(ServerHttpRequest request) {
        String shown = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return shown != null
                && shown.regionMatches(true, 0, "Bearer ", 0, 7)
                && token.matches(shown.substring(7).strip());
    }

    private static Map<String, String> headers(ServerHttpRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaders().forEach((name, values) -> {
            if (!values.isEmpty()) {
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        });
        return headers;
    }
}
