package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SuiteServiceTest {

    @Test
    void portsFollowTheBaseInTheDocumentedOrder() {
        assertThat(Arrays.stream(SuiteService.values()).map(service -> service.port(7400) + " " + service.label()))
                .containsExactly(
                        "7400 console",
                        "7401 orchestrator",
                        "7402 planner",
                        "7403 governor",
                        "7404 tool-executor",
                        "7405 cost-ledger",
                        "7406 notifier");
    }

    @Test
    void theMainClassFollowsFromTheName() {
        assertThat(SuiteService.TOOL_EXECUTOR.mainClass()).isEqualTo("io.flyball.toolexecutor.ToolExecutorApplication");
        assertThat(SuiteService.CONSOLE.mainClass()).isEqualTo("io.flyball.console.ConsoleApplication");
    }
}
