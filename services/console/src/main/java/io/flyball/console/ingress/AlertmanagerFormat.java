package io.flyball.console.ingress;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.FieldError;
import io.flyball.console.door.Fields;
import io.flyball.console.door.Json;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Alertmanager's webhook, versions 3 and 4; also alerts as Prometheus itself sends them, one or an array. Fields that are not
 * known are left alone, as newer Alertmanagers add some.
 */
final class AlertmanagerFormat {
    static final String SOURCE = "alertmanager";
    private static final int LONGEST_SUMMARY = 200;

    private final LabelMapping mapping;

    AlertmanagerFormat(LabelMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The alerts of a body.
     *
     * @throws BadBody if any of them is not what was expected
     */
    List<Alert> read(JsonNode body, Reception reception) {
        List<FieldError> errors = new ArrayList<>();
        List<Alert> alerts = isWebhook(body) ? webhook(body, reception, errors) : bare(body, reception, errors);
        if (!errors.isEmpty()) {
            throw new BadBody(errors);
        }
        return alerts;
    }

    private static boolean isWebhook(JsonNode body) {
        return !body.isArray() && !body.has("labels");
    }

    private List<Alert> webhook(JsonNode body, Reception reception, List<FieldError> errors) {
        Fields group = Fields.at(body, "", errors);
        AlertStatus status = AlertDraft.status(group, AlertStatus.FIRING);
        JsonNode alerts = group.json("alerts");
        if (!alerts.isArray() || alerts.isEmpty()) {
            group.expected("alerts", "an array with at least one alert");
            return List.of();
        }
        int leftOut = leftOut(body.path("truncatedAlerts"));
        return IntStream.range(0, alerts.size())
                .mapToObj(i -> alert(Fields.at(alerts.get(i), "/alerts/" + i, errors), status, reception)
                        .setLeftOut(leftOut)
                        .build())
                .toList();
    }

    /** What cannot be a count is none: no alert is lost for the sake of a number beside it. */
    private static int leftOut(JsonNode told) {
        return told.isIntegralNumber() && told.asLong(0) > 0 ? (int) Math.min(Integer.MAX_VALUE, told.asLong(0)) : 0;
    }

    private List<Alert> bare(JsonNode body, Reception reception, List<FieldError> errors) {
        List<JsonNode> alerts = Json.oneOrMany(body);
        if (alerts.isEmpty()) {
            errors.add(new FieldError("", "at least one alert", "[]"));
        }
        return IntStream.range(0, alerts.size())
                .mapToObj(i -> {
                    Fields fields = Fields.at(alerts.get(i), body.isArray() ? "/" + i : "", errors);
                    return alert(fields, statusByEnd(fields, reception), reception)
                            .build();
                })
                .toList();
    }

    /** Prometheus tells the end of a condition by its time alone. */
    private static AlertStatus statusByEnd(Fields fields, Reception reception) {
        return fields.instant("endsAt")
                        .filter(end -> !end.isAfter(reception.at()))
                        .isPresent()
                ? AlertStatus.RESOLVED
                : AlertStatus.FIRING;
    }

    private Alert.Builder alert(Fields fields, AlertStatus otherwise, Reception reception) {
        if (!fields.json("labels").isObject()) {
            fields.expected("labels", "an object of texts");
        }
        AlertDraft draft = new AlertDraft(fields, SOURCE, mapping);
        return draft.toBuilder(name(fields, draft), AlertDraft.status(fields, otherwise), reception)
                .setGeneratorUrl(fields.textOfAnyLength("generatorURL").orElse(null));
    }

    /** Alertmanager lets an alert go without a name, and does not send again what is refused; so it gets one. */
    private String name(Fields fields, AlertDraft draft) {
        return mapping.name(draft.labels())
                .or(() -> fields.textOfAnyLength("summary").map(AlertmanagerFormat::shortened))
                .or(() ->
                        Optional.ofNullable(draft.annotations().get("summary")).map(AlertmanagerFormat::shortened))
                .orElse("unnamed alert");
    }

    /** A summary is no name, and may be long. */
    private static String shortened(String summary) {
        return summary.length() <= LONGEST_SUMMARY ? summary : summary.substring(0, LONGEST_SUMMARY) + "...";
    }
}
