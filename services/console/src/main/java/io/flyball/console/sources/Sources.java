package io.flyball.console.sources;

import io.flyball.catalogue.sources.AlertMapping;
import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.AlertSources;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every source that a body can come from, by the last part of its address. */
public final class Sources {
    private static final Map<String, Source> CODED = Map.of(
            Grafana.NAME, new Grafana(),
            PagerDuty.NAME, new PagerDuty(),
            Datadog.NAME, new Datadog(),
            Opsgenie.NAME, new Opsgenie(),
            CloudWatch.NAME, new Sns(),
            CloudEvents.NAME, new CloudEvents(),
            Sentry.NAME, new Sentry());

    private final Map<String, Source> readers = new TreeMap<>(CODED);

    /** Those that have code, and those that the catalogue has a mapping for. */
    public Sources(AlertSources catalogue) {
        for (AlertSource source : catalogue.all()) {
            AlertMapping mapping = source.mapping();
            if (mapping != null) {
                readers.put(source.name(), new MappedSource(source.name(), mapping));
            }
        }
    }

    /** The source of that name. */
    public Optional<Source> find(String name) {
        return Optional.ofNullable(readers.get(name));
    }

    /** The names of all. */
    public Set<String> names() {
        return readers.keySet();
    }
}
