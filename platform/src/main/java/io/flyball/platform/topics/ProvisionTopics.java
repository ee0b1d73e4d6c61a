package io.flyball.platform.topics;

import io.flyball.schemas.TopicCatalogue;
import java.net.URI;
import java.util.Map;

/**
 * Makes the topics and registers their schemas, then ends: for installations where a job does this before the services start.
 *
 * <p>Reads {@code FLYBALL_CONNECTION_KAFKA}, {@code FLYBALL_CONNECTION_REGISTRY}, and for a cluster
 * {@code FLYBALL_TOPICS_REPLICATION} and {@code FLYBALL_TOPICS_MIN_IN_SYNC} (1 each if absent). May be run again at any time.
 */
public final class ProvisionTopics {
    private ProvisionTopics() {}

    /** Ends with an exception, and so with exit code 1, if the cluster or the registry refuses or does not answer. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        String kafka = needed(environment, "FLYBALL_CONNECTION_KAFKA");
        URI registry = URI.create(needed(environment, "FLYBALL_CONNECTION_REGISTRY"));
        int replication = number(environment, "FLYBALL_TOPICS_REPLICATION");
        int minInSync = number(environment, "FLYBALL_TOPICS_MIN_IN_SYNC");
        TopicCatalogue catalogue = TopicCatalogue.load();
        int made = new TopicProvisioner(catalogue, replication, minInSync)
                .provision(kafka)
                .size();
        new SchemaRegistrar(catalogue).register(registry);
        System.out.println("Topics made: " + made + ", there already: "
                + (catalogue.topics().size() - made) + ". Schemas registered.");
    }

    static String needed(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("Set " + name + ": it is not set, or empty.");
        }
        return value;
    }

    static int number(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "1");
        try {
            int number = Integer.parseInt(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, for both.
        }
        throw new IllegalArgumentException(name + " must be a whole number from 1 on, not '" + value + "'.");
    }
}
