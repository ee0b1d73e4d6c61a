package io.flyball.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class ActionHashTest {

    @Test
    @DisplayName("APR-2 the order of keys and white space do not count")
    void spellingDoesNotCount() {
        assertThat(hash("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}"))
                .isEqualTo(hash(" { \"b\": {\"d\":3,\"c\":2}, \"a\": 1 } "));
    }

    @Test
    @DisplayName("APR-2 every value counts, to the last digit")
    void valuesCount() {
        assertThat(hash("{\"a\":1}")).isNotEqualTo(hash("{\"a\":2}"));
        assertThat(hash("{\"a\":0.10000000000000000001}")).isNotEqualTo(hash("{\"a\":0.1}"));
        assertThat(hash("{\"a\":[\"x\",\"y\"]}")).isNotEqualTo(hash("{\"a\":[\"y\",\"x\"]}"));
        assertThat(ActionHash.of("t", "{}", "service:a", "production"))
                .isNotEqualTo(ActionHash.of("t", "{}", "service:b", "production"))
                .isNotEqualTo(ActionHash.of("t", "{}", null, "production"))
                .isNotEqualTo(ActionHash.of("t", "{}", "service:a", "staging"))
                .isNotEqualTo(ActionHash.of("u", "{}", "service:a", "production"));
        assertThat(ActionHash.of("t", "{}", "", "e")).isNotEqualTo(ActionHash.of("t", "{}", null, "e"));
    }

    @Test
    @DisplayName("APR-2 arguments that could be read in two ways have no hash")
    void ambiguousArgumentsAreRefused() {
        assertThatThrownBy(() -> hash("{\"a\":1,\"a\":2}")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> hash("not json")).isInstanceOf(JacksonException.class);
    }

    private static String hash(String arguments) {
        return ActionHash.of("run_command", arguments, null, "production");
    }
}
