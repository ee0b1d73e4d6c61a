package io.flyball.platform.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.schemas.grant.StopEpoch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderPlacesTest {
    private final StopOrders orders = new StopOrders(() -> true);

    @Test
    @DisplayName(
            "STOP-12 the epoch is the place of the newest order to each target, and nothing for what was never ordered")
    void newestOfEach() {
        assertThat(epoch()).isEqualTo(StopEpoch.NONE);

        order("s1", ControlKind.EMERGENCY_STOP, StopOrders.TARGET, 0);
        order("s2", ControlKind.EMERGENCY_RELEASE, StopOrders.TARGET, 4);
        order("k1", ControlKind.KILL, KillSwitch.tool("restart").key(), 9);
        order("k2", ControlKind.KILL, KillSwitch.agent("other").key(), 11);
        order("p1", ControlKind.PAUSE, "run-1", 12);

        assertThat(epoch()).isEqualTo(new StopEpoch(5, 0, 10, 0));
    }

    @Test
    @DisplayName(
            "STOP-12 an order that is read again takes nothing back; one that was written twice counts by its later place")
    void readAgain() {
        order("s1", ControlKind.EMERGENCY_STOP, StopOrders.TARGET, 3);
        order("s2", ControlKind.EMERGENCY_RELEASE, StopOrders.TARGET, 6);
        order("s1", ControlKind.EMERGENCY_STOP, StopOrders.TARGET, 3);
        assertThat(epoch().all()).isEqualTo(7);

        order("s2", ControlKind.EMERGENCY_RELEASE, StopOrders.TARGET, 8);
        assertThat(epoch().all()).isEqualTo(9);
    }

    private StopEpoch epoch() {
        return orders.epoch(
                List.of(KillSwitch.agent("restorer"), KillSwitch.tool("restart"), KillSwitch.tenant("default")));
    }

    private void order(String id, ControlKind kind, String target, long place) {
        orders.hear(
                ControlCommand.newBuilder()
                        .setId(id)
                        .setTarget(target)
                        .setKind(kind)
                        .setTenant("default")
                        .setReason("drill")
                        .setBy("ann")
                        .setChannel("console")
                        .setAt(Instant.EPOCH)
                        .build(),
                place);
    }
}
