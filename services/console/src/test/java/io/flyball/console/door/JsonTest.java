package io.flyball.console.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-6 bodies that are no JSON")
class JsonTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void lineAndColumnAreNamed() {
        assertThatThrownBy(() -> Json.read(bytes("{\n  \"a\": oops}")))
                .isInstanceOf(BadBody.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void nothingIsNoJson() {
        assertThatThrownBy(() -> Json.read(new byte[0]))
                .isInstanceOf(BadBody.class)
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> Json.read(null)).isInstanceOf(BadBody.class);
    }

    @Test
    void somethingBehindTheEndIsAnError() {
        assertThatThrownBy(() -> Json.read(bytes("{} {}"))).isInstanceOf(BadBody.class);
    }

    @Test
    void aBodyNestedTooDeepIsAnErrorAndNoCrash() {
        assertThatThrownBy(() -> Json.read(bytes("[".repeat(100_000)))).isInstanceOf(BadBody.class);
    }

    @Test
    void argumentsThatAreNoJsonStayText() {
        assertThat(Json.orText("{\"a\":1}").isObject()).isTrue();
        assertThat(Json.orText("rm -rf").asString()).isEqualTo("rm -rf");
    }
}
