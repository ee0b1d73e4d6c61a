package io.flyball.cli.demo;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;

/** Brings the suite up for the demo. */
public interface SuiteStarter {

    /**
     * Starts the suite unless it is up, telling how far it is, and returns when every service is ready.
     *
     * @param model whether planning shall be done by the configured model; if not, by runbook
     * @throws io.flyball.cli.exit.CommandFailed if it does not come up, or is up with the other way of planning
     */
    Suite ensureUp(Shell shell, Access access, boolean model);

    /** The suite that is up now. It stays up after the demo, unless it was started here and the demo is broken off. */
    interface Suite {

        /** Whether the call started it. */
        boolean startedHere();

        /** Ends all of it and returns when it is gone. */
        void end();
    }
}
