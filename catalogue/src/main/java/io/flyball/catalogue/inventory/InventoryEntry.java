package io.flyball.catalogue.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flyball.catalogue.AlertMatcher;
import io.flyball.diagnosis.Known;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs here.
 *
 * @param name unique; lower case with hyphens
 * @param kind service, host, database, queue or job
 * @param environment the environment that governs whatever touches it
 * @param tenant whose it is; {@code default} unless said
 * @param services what alerts, deployments and requests call it; its name unless said
 * @param alerts further alerts that are about it
 * @param resources what belongs to it; an action on anything else is not an action on it
 * @param health where it tells whether it is well, the users' way first; none for what nobody can ask
 * @param dependsOn names of the entries that it needs
 * @param runs how it is run and where it keeps what, by the names of {@link Known}; probes look there
 */
public record InventoryEntry(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) String environment,
        @Nullable String tenant,
        @Nullable List<String> services,
        @Nullable List<AlertMatcher> alerts,
        @Nullable EntryResources resources,
        @Nullable List<HealthAddress> health,
        @Nullable List<String> dependsOn,
        @Nullable Map<String, String> runs) {
    private static final Set<String> KINDS = Set.of("service", "host", "database", "queue", "job");
    private static final String NAME = "[a-z0-9][a-z0-9.-]*";
    private static final String INCIDENT = "incident";

    public InventoryEntry {
        if (!name.matches(NAME) || !environment.matches(NAME)) {
            throw new IllegalArgumentException(
                    "names of entries and environments are lower case with hyphens, not " + name + ", " + environment);
        }
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException(
                    "an entry's kind is one of " + KINDS.stream().sorted().toList() + ", not " + kind);
        }
        if (environment.equals(INCIDENT)) {
            throw new IllegalArgumentException("incident is no environment: a person orders it, for a time");
        }
        tenant = tenant == null ? "default" : tenant;
        services = services == null ? List.of(name) : List.copyOf(services);
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
        resources = resources == null ? EntryResources.NONE : resources;
        health = health == null ? List.of() : List.copyOf(health);
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        runs = runs == null ? Map.of() : Known.checked(runs);
    }

    /** One of which nobody says how it is run. */
    public InventoryEntry(
            String name,
            String kind,
            String environment,
            @Nullable String tenant,
            @Nullable List<String> services,
            @Nullable List<AlertMatcher> alerts,
            @Nullable EntryResources resources,
            @Nullable List<HealthAddress> health,
            @Nullable List<String> dependsOn) {
        this(name, kind, environment, tenant, services, alerts, resources, health, dependsOn, null);
    }

    /** One that nobody can ask how it is, and that needs nothing. */
    public InventoryEntry(
            String name,
            String kind,
            String environment,
            @Nullable String tenant,
            @Nullable List<String> services,
            @Nullable List<AlertMatcher> alerts,
            @Nullable EntryResources resources) {
        this(name, kind, environment, tenant, services, alerts, resources, null, null, null);
    }

    /** Whether an alert of that name, about that service, is about this. */
    boolean concerns(Subject subject) {
        String service = subject.service();
        return service != null && Objects.requireNonNull(services).contains(service)
                || Objects.requireNonNull(alerts).stream()
                        .anyMatch(matcher -> matcher.matches(subject.alert(), subject.labels()));
    }

    boolean covers(Touched touched) {
        return Objects.requireNonNull(resources).cover(touched);
    }
}
