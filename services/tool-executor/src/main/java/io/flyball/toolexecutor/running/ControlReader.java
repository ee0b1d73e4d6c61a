package io.flyball.toolexecutor.running;

import io.flyball.contract.ControlCommand;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import java.util.function.BooleanSupplier;

/**
 * Takes orders from agent.control: a run is cancelled or taken over, everything is stopped, or an agent, tool or tenant is killed. The
 * stops are in Redis too; here they reach what runs even while Redis is away.
 */
final class ControlReader {
    private final CancelledRuns cancelled;
    private final StopEnforcer enforcer;
    private final BooleanSupplier live;

    /** @param live whether the topic has been read to its end, so that what comes now is news */
    ControlReader(CancelledRuns cancelled, StopEnforcer enforcer, BooleanSupplier live) {
        this.cancelled = cancelled;
        this.enforcer = enforcer;
        this.live = live;
    }

    void read(ControlCommand command) {
        switch (command.getKind()) {
            case CANCEL -> cancelled.cancel(command.getTarget());
            case TAKE_OVER -> takeOver(command);
            case EMERGENCY_STOP -> stop(command);
            case KILL -> kill(command);
            case EMERGENCY_RELEASE, REVIVE, PAUSE, RESUME, HAND_BACK, ANSWER -> {}
        }
    }

    /** A person goes on by hand, so nothing of the run may run beside them; handed back, the run may act again. */
    private void takeOver(ControlCommand command) {
        if (live.getAsBoolean()) {
            cancelled.endRunning(command.getTarget());
        }
    }

    private void stop(ControlCommand command) {
        if (live.getAsBoolean()) {
            enforcer.look(stopped(command));
        }
    }

    private void kill(ControlCommand command) {
        if (live.getAsBoolean()) {
            KillSwitch.ofKey(command.getTarget()).ifPresent(target -> enforcer.kill(target, stopped(command)));
        }
    }

    private static StopState.Stopped stopped(ControlCommand command) {
        return new StopState.Stopped(
                command.getTarget(),
                command.getReason(),
                command.getBy(),
                command.getAt().toString());
    }
}
