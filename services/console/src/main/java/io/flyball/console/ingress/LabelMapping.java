package io.flyball.console.ingress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an alert's labels say of service, environment and severity. */
final class LabelMapping {
    /** As Prometheus, VictoriaMetrics, Go's templates and Grafana leave it. */
    private static final List<String> BROKEN =
            List.of("<error expanding template", "error executing template", "<no value>", "[no value]", "{{");

    private final IngressProperties.Labels names;
    private final Map<String, String> environments;
    private final List<Pattern> exporters;

    LabelMapping(IngressProperties properties) {
        names = properties.labels();
        exporters = names.exporters().stream().map(LabelMapping::pattern).toList();
        environments = properties.environments();
    }

    Optional<String> name(Map<String, String> labels) {
        return first(names.name(), labels);
    }

    /** The service that is ill. Who only watches it is no service, as long as other labels name what it watches. */
    Optional<String> service(Map<String, String> labels) {
        Optional<String> told = first(names.service(), labels);
        return told.filter(this::isExporter)
                .flatMap(exporter -> Workload.of(labels).map(Workload::name).or(() -> another(labels)))
                .or(() -> told);
    }

    /** A label that says more of the alert than the name of the scrape job, which comes last. */
    private Optional<String> another(Map<String, String> labels) {
        return names.service().stream()
                .map(labels::get)
                .filter(value -> isTold(value) && !isExporter(value))
                .findFirst();
    }

    private boolean isExporter(String name) {
        return exporters.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        String quoted = Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(quoted, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
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
        return candidates.stream().map(labels::get).filter(LabelMapping::isTold).findFirst();
    }

    /** Whether a label says anything: what a rule's template could not fill in tells of the rule, not of the world. */
    private static boolean isTold(@Nullable String value) {
        return value != null && !value.isBlank() && BROKEN.stream().noneMatch(value::contains);
    }
}
