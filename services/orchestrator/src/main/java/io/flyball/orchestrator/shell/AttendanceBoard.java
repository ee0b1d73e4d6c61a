package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.Answerer;
import java.time.Instant;
import java.util.Optional;

/** Whether the services are there that runs wait for, as far as that was seen; asking costs nothing. */
public interface AttendanceBoard {

    /** When somebody may have been there last; empty if somebody is there, or if nobody can tell. */
    Optional<Instant> goneSince(Answerer who);

    /** Whether somebody was there at that time for certain. True as well if nobody can tell, so that no run waits for that. */
    boolean wasThere(Answerer who, Instant then);
}
