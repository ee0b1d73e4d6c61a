package io.flyball.toolexecutor.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VariablesTest {
    private static final String VALUE = "plain & \"simple\"";
    private static final Variables VARIABLES =
            Variables.of(List.of("TOKEN", "SHORT", "GONE"), Map.of("TOKEN", VALUE, "SHORT", "on")::get);

    @Test
    @DisplayName("SEC-3 TOOL-3 what a server was given does not come back, in whatever usual form it is written")
    void forms() {
        String encoded = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
        assertThat(VARIABLES.leftOutOf("a " + VALUE + " b " + encoded + " c plain+%26+%22simple%22"))
                .isEqualTo("a [TOKEN] b [TOKEN] c [TOKEN]");
        assertThat(VARIABLES.leftOutOf("{\"said\":\"plain & \\\"simple\\\"\"}")).isEqualTo("{\"said\":\"[TOKEN]\"}");
    }

    @Test
    @DisplayName("TOOL-3 a value that stands in any text by chance is left in it")
    void tooShort() {
        assertThat(VARIABLES.leftOutOf("put it on")).isEqualTo("put it on");
    }
}
