package io.flyball.drills.suite;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What suite is wanted.
 *
 * @param folder where it keeps its data and logs
 * @param size how much of everything
 * @param older another build whose orchestrators begin; null if all are of this one
 * @param agent whether services run with the OpenTelemetry agent, as in production; its spans go nowhere
 * @param site what it is made for
 */
public record SuiteSettings(
        Built built, Path folder, Size size, @Nullable Built older, boolean agent, Site site) {

    /** One of one build. */
    public SuiteSettings(Built built, Path folder, int orchestrators, boolean agent, Site site) {
        this(built, folder, Size.of(orchestrators), null, agent, site);
    }

    /** One for drills whose orchestrators begin as those of an older build. */
    public SuiteSettings(Built built, Path folder, Size size, @Nullable Built older, boolean agent) {
        this(built, folder, size, older, agent, Site.OF_DRILLS);
    }

    /** One for drills. */
    public SuiteSettings(Built built, Path folder, int orchestrators, boolean agent) {
        this(built, folder, Size.of(orchestrators), null, agent, Site.OF_DRILLS);
    }

    Path catalogue() {
        return catalogue(built);
    }

    /** Each version reads the catalogue that came with it. */
    Path catalogue(Built of) {
        return folder.resolve(of.equals(built) ? "catalogue" : "older-catalogue");
    }

    Path token() {
        return folder.resolve("token");
    }

    Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }
}
