package io.flyball.platform.halt;

import io.flyball.contract.ControlCommand;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import java.util.Optional;

/**
 * An order that wants an answer.
 *
 * @param target the emergency stop or the key of a kill switch
 * @param stops whether it stops; else it lets go on
 * @param epoch grows with each order to the target
 */
record HaltOrder(String target, String id, boolean stops, long epoch) {

    /** The order in that record; empty for orders to runs. */
    static Optional<HaltOrder> of(ControlCommand command, long epoch) {
        String target = command.getTarget();
        return switch (command.getKind()) {
            case EMERGENCY_STOP -> ofAll(target, command.getId(), true, epoch);
            case EMERGENCY_RELEASE -> ofAll(target, command.getId(), false, epoch);
            case KILL -> ofSwitch(target, command.getId(), true, epoch);
            case REVIVE -> ofSwitch(target, command.getId(), false, epoch);
            case PAUSE, RESUME, CANCEL, TAKE_OVER, HAND_BACK, ANSWER -> Optional.empty();
        };
    }

    private static Optional<HaltOrder> ofAll(String target, String id, boolean stops, long epoch) {
        return target.equals(StopOrders.TARGET)
                ? Optional.of(new HaltOrder(target, id, stops, epoch))
                : Optional.empty();
    }

    private static Optional<HaltOrder> ofSwitch(String target, String id, boolean stops, long epoch) {
        return KillSwitch.ofKey(target).map(_ -> new HaltOrder(target, id, stops, epoch));
    }

    /** Whether it is about everything; else about one agent, tool or tenant. */
    boolean isAboutAll() {
        return target.equals(StopOrders.TARGET);
    }
}
