package io.flyball.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A secret that an agent may send with its requests, by its name. What it says, only the tool executor knows.
 *
 * @param name as in {@code secret://name}
 * @param hosts {@code host:port} that may get it, within what the agent may reach; at least one
 */
public record SecretPermission(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<String> hosts) {

    public SecretPermission {
        SecretName.check(name);
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("the secret " + name + " names no host that may get it");
        }
    }
}
