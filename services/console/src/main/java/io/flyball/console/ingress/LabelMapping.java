package io.flyball.console.ingress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an alert's labels say of service, environment and severity. */
final class LabelMapping {
    private final IngressProperties.Labels names;
    private final Map<String, String> environments;

    LabelMapping(IngressProperties properties) {
        names = properties.labels();
        environments = properties.environments();
    }

    Optional<String> name(Map<String, String> labels) {
        return first(names.name(), labels);
    }

    Optional<String> service(Map<String, String> labels) {
        return first(names.service(), labels);
    }

    Optional<String> environment(Map<String, String> labels) {
        return first(names.environment(), labels).map(this::environment);
    }

    /** The suite's own word for an environment. */
    String environment(String asTold) {
        String lower = asTold.toLowerCase(Locale.ROOT);
        return environments.getOrDefault(lower, lower);
    }

    Optional<String> severity(Map<String, String> labels) {
        return first(names.severity(), labels).map(LabelMapping::severity);
    }

    /** The run that caused it: whatever an agent creates carries this label, so that what comes of it is known. */
    Optional<String> causedBy(Map<String, String> labels, Map<String, String> annotations) {
        return first(names.causedBy(), labels).or(() -> first(names.causedBy(), annotations));
    }

    static String severity(String asTold) {
        return asTold.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> first(List<String> candidates, Map<String, String> labels) {
        return candidates.stream()
                .map(labels::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
