package io.flyball.planner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ToolFactsTest {
    private final ToolFacts check = new ToolFacts("health_check", Effect.READ, "url:{{url}}", List.of("url"), true);

    @Test
    @DisplayName("RUN-3 a tool's target tells its arguments, and its arguments its target")
    void targetAndArgumentsTellEachOther() {
        assertThat(check.target(Map.of("url", "http://a/?x={{y}}"))).contains("url:http://a/?x={{y}}");
        assertThat(check.reading("url:http://a/")).contains(Map.of("url", "http://a/"));
    }

    @Test
    @DisplayName("RUN-3 a target that does not tell all arguments cannot be read by it")
    void whatIsNotToldCannotBeRead() {
        assertThat(check.reading("service:shop")).isEmpty();
        assertThat(check.reading("url:")).isEmpty();
        assertThat(new ToolFacts("t", Effect.READ, "x:{{a}}", List.of("a", "b"), false).reading("x:1"))
                .isEmpty();
        assertThat(new ToolFacts("t", Effect.CHANGE, "x:{{a}}", List.of("a"), false).reading("x:1"))
                .isEmpty();
        assertThat(check.target(Map.of("url", 3))).isEmpty();
    }
}
