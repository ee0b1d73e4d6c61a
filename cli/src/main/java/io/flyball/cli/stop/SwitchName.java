package io.flyball.cli.stop;

import io.flyball.cli.access.Console;
import io.flyball.platform.stop.KillSwitch;
import java.util.Locale;
import picocli.CommandLine.Parameters;

/** The parameters that name a kill switch. */
final class SwitchName {
    @Parameters(index = "0", paramLabel = "KIND", description = "What it is: ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.AGENT;

    @Parameters(index = "1", paramLabel = "NAME", description = "Its name, as in the catalogue.")
    private String name = "";

    /** What has a kill switch. */
    enum Kind {
        AGENT,
        TOOL,
        TENANT;

        /** As people type it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    KillSwitch target() {
        return new KillSwitch(KillSwitch.Kind.valueOf(kind.name()), name);
    }

    /** Where the console takes that order. */
    String path(String order) {
        return "/api/" + order + "/" + kind + "/" + Console.part(name);
    }
}
