package io.flyball.console.ingress;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.FieldError;
import io.flyball.console.door.Fields;
import io.flyball.console.door.Json;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Our own JSON for alerts: one or an array. A field that is not known is refused, so that a misspelt one is noticed. */
final class OwnFormat {
    private static final int LONGEST_NAME = 500;
    private static final Set<String> FIELDS = Set.of(
            "name",
            "source",
            "fingerprint",
            "service",
            "environment",
            "severity",
            "status",
            "labels",
            "annotations",
            "startsAt",
            "endsAt",
            "generatorUrl",
            "causedByRun",
            "causalDepth");

    private final LabelMapping mapping;

    OwnFormat(LabelMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The alerts of a body.
     *
     * @throws BadBody if any of them is not what was expected
     */
    List<Alert> read(JsonNode body, Reception reception) {
        List<FieldError> errors = new ArrayList<>();
        List<JsonNode> alerts = Json.oneOrMany(body);
        if (alerts.isEmpty()) {
            errors.add(new FieldError("", "at least one alert", "[]"));
        }
        if (body.has("alerts")) {
            throw BadBody.at(
                    "/alerts",
                    "one alert or an array; for Alertmanager's webhook use /webhooks/alertmanager",
                    "alerts");
        }
        List<Alert> read = IntStream.range(0, alerts.size())
                .mapToObj(i -> alert(Fields.at(alerts.get(i), body.isArray() ? "/" + i : "", errors), reception))
                .toList();
        if (!errors.isEmpty()) {
            throw new BadBody(errors);
        }
        return read;
    }

    private Alert alert(Fields fields, Reception reception) {
        fields.only(FIELDS);
        String name = fields.required("name", LONGEST_NAME);
        AlertDraft draft = new AlertDraft(fields, fields.text("source").orElse("api"), mapping);
        Alert.Builder alert = draft.toBuilder(name, AlertDraft.status(fields, AlertStatus.FIRING), reception)
                .setGeneratorUrl(fields.textOfAnyLength("generatorUrl").orElse(null))
                .setCausalDepth(fields.count("causalDepth"));
        fields.text("causedByRun").ifPresent(alert::setCausedByRun);
        fields.text("service").ifPresent(alert::setService);
        fields.text("environment").map(mapping::environment).ifPresent(alert::setEnvironment);
        fields.text("severity").map(LabelMapping::severity).ifPresent(alert::setSeverity);
        return alert.build();
    }
}
