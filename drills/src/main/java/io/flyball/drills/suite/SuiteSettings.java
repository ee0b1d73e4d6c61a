package io.flyball.drills.suite;

import java.nio.file.Path;

/**
 * What suite is wanted.
 *
 * @param folder where it keeps its data and logs
 * @param orchestrators how many orchestrators share the work
 * @param agent whether services run with the OpenTelemetry agent, as in production; its spans go nowhere
 * @param site what it is made for
 */
public record SuiteSettings(Built built, Path folder, int orchestrators, boolean agent, Site site) {

    public SuiteSettings {
        if (orchestrators < 1) {
            throw new IllegalArgumentException("at least one orchestrator");
        }
    }

    /** One for drills. */
    public SuiteSettings(Built built, Path folder, int orchestrators, boolean agent) {
        this(built, folder, orchestrators, agent, Site.OF_DRILLS);
    }

    Path catalogue() {
        return folder.resolve("catalogue");
    }

    Path token() {
        return folder.resolve("token");
    }

    Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }
}
