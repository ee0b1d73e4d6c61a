package io.flyball.console.ingress;

import io.flyball.console.door.Fields;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every format shares: labels and times of one alert, on their way to a record. */
final class AlertDraft {
    private static final String DEFAULT_ENVIRONMENT = "production";
    private static final String DEFAULT_SEVERITY = "warning";

    private final Fields fields;
    private final String source;
    private final LabelMapping mapping;
    private final Map<String, String> labels;
    private final Map<String, String> annotations;

    AlertDraft(Fields fields, String source, LabelMapping mapping) {
        this.fields = fields;
        this.source = source;
        this.mapping = mapping;
        labels = fields.texts("labels");
        annotations = fields.texts("annotations");
    }

    Map<String, String> labels() {
        return labels;
    }

    Map<String, String> annotations() {
        return annotations;
    }

    /** The record, as far as labels and times tell; the format adds what it knows better. */
    Alert.Builder toBuilder(String name, AlertStatus status, Reception reception) {
        Instant startsAt = fields.instant("startsAt").orElse(reception.at());
        return Alert.newBuilder()
                .setId(reception.ids().get())
                .setFingerprint(fields.text("fingerprint").orElseGet(() -> Fingerprint.of(source, identity(name))))
                .setName(name)
                .setService(mapping.service(labels).orElse(null))
                .setEnvironment(mapping.environment(labels).orElse(DEFAULT_ENVIRONMENT))
                .setSeverity(mapping.severity(labels).orElse(DEFAULT_SEVERITY))
                .setStatus(status)
                .setLabels(labels)
                .setAnnotations(annotations)
                .setStartsAt(startsAt)
                .setEndsAt(ended(status, reception))
                .setSource(source)
                .setCausedByRun(mapping.causedBy(labels, annotations).orElse(null))
                .setReceivedAt(reception.at());
    }

    /** A firing alert may carry the time until which it counts as firing; that is no end. */
    private @Nullable Instant ended(AlertStatus status, Reception reception) {
        Instant endsAt = fields.instant("endsAt").orElse(reception.at());
        return status == AlertStatus.RESOLVED ? endsAt : null;
    }

    private Map<String, String> identity(String name) {
        Map<String, String> identity = new TreeMap<>(labels);
        identity.putIfAbsent("alertname", name);
        fields.text("service").ifPresent(service -> identity.putIfAbsent("service", service));
        fields.text("environment").ifPresent(environment -> identity.putIfAbsent("environment", environment));
        return identity;
    }

    /** What a field says of the status, in any case; an error is kept for another word. */
    static AlertStatus status(Fields fields, AlertStatus otherwise) {
        String told = fields.text("status").orElse("").toLowerCase(Locale.ROOT);
        return switch (told) {
            case "firing" -> AlertStatus.FIRING;
            case "resolved" -> AlertStatus.RESOLVED;
            case "" -> otherwise;
            default -> {
                fields.expected("status", "firing or resolved");
                yield otherwise;
            }
        };
    }
}
