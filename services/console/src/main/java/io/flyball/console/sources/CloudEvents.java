package io.flyball.console.sources;

import io.flyball.console.door.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudEvents 1.0 over HTTP: structured, several in one body, or binary, where the attributes are headers. Their data is read as an alert in
 * common words. An event is an alert if its type or its data says so; a bus carries much else.
 */
final class CloudEvents implements Source {
    static final String NAME = "cloudevents";
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public Reading read(Delivery delivery) {
        JsonNode body = delivery.body();
        if (delivery.header("ce-specversion").isPresent()) {
            return event(delivery, binary(delivery), "");
        }
        if (body.isArray()) {
            return body.isEmpty()
                    ? new Reading.OpensNothing("the batch is empty")
                    : Reading.all(
                            IntStream.range(0, body.size())
                                    .mapToObj(i -> event(delivery, body.path(i), "/" + i))
                                    .toList(),
                            0);
        }
        return event(delivery, body, "");
    }

    /** As if it had come structured. */
    private static JsonNode binary(Delivery delivery) {
        ObjectNode event = MAPPER.createObjectNode();
        delivery.headers().forEach((name, value) -> {
            if (name.startsWith("ce-")) {
                event.put(name.substring(3), plain(value));
            }
        });
        event.set("data", delivery.body());
        return event;
    }

    /** In headers, what is no letter of ASCII comes as bytes in hexadecimal digits: the binding to HTTP, 3.1.3.2. */
    private static String plain(String header) {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return header;
        }
    }

    private static Reading event(Delivery delivery, JsonNode event, String at) {
        for (String attribute : List.of("specversion", "id", "source", "type")) {
            if (Place.text(event, attribute).isEmpty()) {
                return Reading.isNone(
                        at + "/" + attribute,
                        "an event of CloudEvents 1.0, with specversion, id, source and type",
                        Place.shown(event));
            }
        }
        if (!event.path("specversion").asString("").startsWith("1.")) {
            return Reading.isNone(at + "/specversion", "1.0", Place.shown(event.path("specversion")));
        }
        return told(delivery, event, data(event));
    }

    /** A text may be JSON, whatever the sender calls it. */
    private static JsonNode data(JsonNode event) {
        JsonNode data = event.path("data");
        if (data.isMissingNode() && event.path("data_base64").isString()) {
            return decoded(event.path("data_base64").asString());
        }
        return data.isString() ? Json.orText(data.asString()) : data;
    }

    private static JsonNode decoded(String base64) {
        try {
            return Json.orText(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Json.orText(base64);
        }
    }

    private static Reading told(Delivery delivery, JsonNode event, JsonNode data) {
        String type = event.path("type").asString("");
        Optional<String> status = Place.text(data, "status", "state").or(() -> Place.text(event, "status"));
        boolean hasAlert = data.has("severity") || data.has("alertname") || data.has("labels");
        if (!CloudEventState.isAlert(type) && (status.isEmpty() || !hasAlert)) {
            return new Reading.OpensNothing("an event of type " + type + " is no alert");
        }
        return switch (status.map(CloudEventState::told).orElseGet(() -> CloudEventState.inType(type))) {
            case FIRING -> Reading.one(draft(delivery, event, data).toAlert(true));
            case OVER -> Reading.one(draft(delivery, event, data).toAlert(false));
            case NEITHER ->
                new Reading.OpensNothing("an event of type " + type + " neither begins nor ends a condition");
            case UNKNOWN ->
                Reading.isNone(
                        status.isPresent() ? "/data/status" : "/type",
                        "data.status firing or resolved, or a type that ends with one of these words",
                        status.orElse(type));
        };
    }

    private static Draft draft(Delivery delivery, JsonNode event, JsonNode data) {
        Optional<String> title = Place.text(data, "name", "alertname", "labels.alertname", "title", "summary");
        Draft draft = new Draft(NAME, title.or(() -> Place.text(event, "subject", "type")))
                .labels(Texts.of(data.path("labels")))
                .labels(extensions(event))
                .label("service", Place.text(data, "service", "service.name", "labels.service"))
                .label("severity", Place.text(data, "severity", "level", "priority"))
                .label("environment", Place.text(data, "environment", "env"))
                .annotations(Texts.of(data.path("annotations")))
                .annotation("summary", Place.text(data, "summary", "title", "message"))
                .annotation("description", Place.text(data, "description", "details"))
                .annotation("event_id", Place.text(event, "id"))
                .started(Place.text(data, "startsAt", "startedAt", "started_at")
                        .or(() -> Place.text(event, "time"))
                        .flatMap(text -> When.of(text, delivery.at())))
                .ended(Place.text(data, "endsAt", "endedAt", "ended_at")
                        .or(() -> Place.text(event, "time"))
                        .flatMap(text -> When.of(text, delivery.at())))
                .url(Place.text(data, "generatorUrl", "generatorURL", "url", "link"));
        return identify(draft, event, data, title);
    }

    /** The type is no part of it: it tells the status, too. */
    private static Draft identify(Draft draft, JsonNode event, JsonNode data, Optional<String> title) {
        Optional<String> own = Place.text(data, "fingerprint").or(() -> Place.text(event, "fingerprint"));
        if (own.isPresent()) {
            return draft.fingerprint(own);
        }
        return draft.identity(
                Place.text(event, "source").orElse(""),
                Place.text(event, "subject").orElse(""),
                Place.text(data, "id", "alertId", "incidentId").orElse(""),
                title.orElseGet(
                        () -> CloudEventState.stem(Place.text(event, "type").orElse(""))),
                labelsOf(data));
    }

    private static String labelsOf(JsonNode data) {
        Map<String, String> labels = new TreeMap<>(Texts.of(data.path("labels")));
        labels.remove("severity");
        return labels.toString();
    }

    private static Map<String, String> extensions(JsonNode event) {
        Map<String, String> labels = new TreeMap<>();
        Place.text(event, "source").ifPresent(text -> labels.put("ce_source", text));
        Place.text(event, "type").ifPresent(text -> labels.put("ce_type", text));
        Place.text(event, "subject").ifPresent(text -> labels.put("ce_subject", text));
        return labels;
    }
}
