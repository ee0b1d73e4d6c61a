package io.flyball.console.ingress;

import io.flyball.console.door.Fields;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What every format shares: labels and times of one alert, on their way to a record. */
final class AlertDraft {
    /** In characters; as long as what goes on into runs may be. */
    private static final int LONGEST_NAME = 500;

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
        Instant startsAt = fields.past("startsAt", reception.at()).orElse(reception.at());
        return Alert.newBuilder()
                .setId(reception.ids().get())
                .setFingerprint(named(
                        "fingerprint",
                        fields.text("fingerprint").orElseGet(() -> Fingerprint.of(source, identity(name)))))
                .setName(named("name", name))
                .setService(
                        mapping.service(labels).map(it -> named("labels", it)).orElse(null))
                .setEnvironment(named("labels", mapping.environment(labels).orElse(DEFAULT_ENVIRONMENT)))
                .setSeverity(named("labels", mapping.severity(labels).orElse(DEFAULT_SEVERITY)))
                .setStatus(status)
                .setLabels(labels)
                .setAnnotations(annotations)
                .setStartsAt(startsAt)
                .setEndsAt(status == AlertStatus.RESOLVED ? ended(startsAt, reception) : null)
                .setSource(named("source", source))
                .setCausedByRun(mapping.causedBy(labels, annotations)
                        .map(it -> named("labels", it))
                        .orElse(null))
                .setReceivedAt(reception.at());
    }

    /** A firing alert may carry the time until which it counts as firing; that is no end. */
    private Instant ended(Instant startsAt, Reception reception) {
        Optional<Instant> told = fields.past("endsAt", reception.at());
        told.filter(end -> end.isBefore(startsAt))
                .ifPresent(_ -> fields.expected("endsAt", "a time that is not before startsAt, which is " + startsAt));
        Instant now = reception.at();
        // A sender whose clock is a little ahead tells of an end that is no earlier than its beginning.
        return told.orElse(now.isBefore(startsAt) ? startsAt : now);
    }

    /** What names something is a key of topics, stores and messages. */
    private String named(String field, String name) {
        if (name.length() > LONGEST_NAME) {
            fields.expected(field, "at most " + LONGEST_NAME + " characters");
        }
        return name;
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
