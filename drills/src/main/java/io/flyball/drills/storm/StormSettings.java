package io.flyball.drills.storm;

import java.time.Duration;

/**
 * One storm.
 *
 * @param alerts how many alerts are raised, each with a fingerprint of its own
 * @param services how many services they are about
 * @param stops how often the emergency stop is set, and taken away again, meanwhile
 * @param within how soon a stop must be answered, and after which time no effect may begin any more
 */
public record StormSettings(int alerts, int services, int stops, long seed, Duration within) {
    /** What is promised on a machine that has nothing else to do. */
    public static final Duration A_SECOND = Duration.ofSeconds(1);

    public StormSettings {
        if (services < 1 || alerts < services || stops < 1) {
            throw new IllegalArgumentException("at least 1 service, as many alerts as services, and 1 stop");
        }
    }

    /** The name of the alert of that number; the same storm names the same. */
    String fingerprint(int alert) {
        return "storm-" + Long.toString(seed, Character.MAX_RADIX) + "-" + alert;
    }

    /** The service that the alert of that number is about. */
    String service(int alert) {
        return "storm-" + Long.toString(seed, Character.MAX_RADIX) + "-service-" + alert % services;
    }
}
