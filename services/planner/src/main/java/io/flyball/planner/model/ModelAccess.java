package io.flyball.planner.model;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * How a model is reached.
 *
 * @param models one for every tier
 */
public record ModelAccess(Provider provider, URI baseUrl, ApiKey key, Map<Tier, String> models) {

    public ModelAccess {
        models = Map.copyOf(models);
    }

    String model(Tier tier) {
        return Objects.requireNonNull(models.get(tier));
    }
}
