package io.flyball.platform.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("STOP-6 STOP-13 kill switches and their keys")
class KillSwitchTest {

    @Test
    void keysAreReadAsTheyAreWritten() {
        for (KillSwitch one : List.of(
                KillSwitch.agent("first-responder"), KillSwitch.tool("run_command"), KillSwitch.tenant("acme"))) {
            assertThat(KillSwitch.ofKey(one.key())).contains(one);
        }
        assertThat(KillSwitch.agent("a").key()).isEqualTo("kill_switch:a");
        assertThat(KillSwitch.tool("t").key()).isEqualTo("kill_switch:tool:t");
        assertThat(KillSwitch.tenant("t").key()).isEqualTo("kill_switch:tenant:t");
    }

    @Test
    void whatIsNoSwitch() {
        assertThat(KillSwitch.ofKey("kill_switch:")).isEmpty();
        assertThat(KillSwitch.ofKey("agent:emergency_stop")).isEmpty();
        assertThat(KillSwitch.ofKey("kill_switch:tool:")).contains(KillSwitch.agent("tool:"));
    }
}
