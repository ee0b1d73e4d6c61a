package io.flyball.console.ingress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What runs in a cluster, as the labels of an alert name it: a namespace, with a pod, a container or what keeps them.
 *
 * @param name its name, without what the cluster appends to a pod's
 */
record Workload(String name) {
    private static final List<String> KEEPERS =
            List.of("deployment", "statefulset", "daemonset", "cronjob", "container");

    /** A replica set's hash and five characters, five characters alone, or a number. */
    private static final Pattern APPENDED = Pattern.compile("(-[0-9a-f]{6,10})?-[0-9a-z]{5}$|-[0-9]+$");

    static Optional<Workload> of(Map<String, String> labels) {
        if (label("namespace", labels) == null) {
            return Optional.empty();
        }
        String pod = label("pod", labels);
        return KEEPERS.stream()
                .flatMap(keeper -> Optional.ofNullable(label(keeper, labels)).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(pod)
                        .map(name -> APPENDED.matcher(name).replaceFirst("")))
                .map(Workload::new);
    }

    /** Where an exporter's own labels stand in the way, Prometheus gives those of what it watches this prefix. */
    private static @Nullable String label(String name, Map<String, String> labels) {
        String exported = labels.get("exported_" + name);
        String told = exported == null ? labels.get(name) : exported;
        return told == null || told.isBlank() ? null : told;
    }
}
