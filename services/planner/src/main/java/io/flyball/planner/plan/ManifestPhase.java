package io.flyball.planner.plan;

import java.util.List;

/**
 * A phase of the run's manifest.
 *
 * @param dependsOn phases that must be verified before it
 * @param state where it stands, for example VERIFIED
 */
public record ManifestPhase(String name, List<String> dependsOn, String state) {

    public ManifestPhase {
        dependsOn = List.copyOf(dependsOn);
    }
}
