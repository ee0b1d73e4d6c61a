package io.flyball.drills.suite;

/**
 * How much of everything a suite has.
 *
 * @param orchestrators how many orchestrators share the work
 * @param cluster whether there are three brokers, Redis with Sentinel, and two of each service
 */
public record Size(int orchestrators, boolean cluster) {

    public Size {
        if (orchestrators < 1) {
            throw new IllegalArgumentException("at least one orchestrator");
        }
    }

    /** One broker, one Redis, one of each other service. */
    public static Size of(int orchestrators) {
        return new Size(orchestrators, false);
    }

    /** Two of each, on a cluster. */
    public static Size ofCluster() {
        return new Size(2, true);
    }

    int of(Service service) {
        return service == Service.ORCHESTRATOR ? orchestrators : cluster ? 2 : 1;
    }
}
