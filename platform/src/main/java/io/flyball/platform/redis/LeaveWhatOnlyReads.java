package io.flyball.platform.redis;

import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of each command that failed, and calls for another connection where the server takes no writes. */
final class LeaveWhatOnlyReads implements CommandListener {
    private static final Logger log = LoggerFactory.getLogger(LeaveWhatOnlyReads.class);
    /** Older servers tell it in the middle, where a script has met it. */
    private static final String READ_ONLY = "READONLY";

    private final Runnable leave;

    LeaveWhatOnlyReads(Runnable leave) {
        this.leave = leave;
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        String why = String.valueOf(event.getCause().getMessage());
        if (why.contains(READ_ONLY)) {
            log.warn("this Redis takes no writes; connecting anew: {}", why);
            leave.run();
        }
    }
}
