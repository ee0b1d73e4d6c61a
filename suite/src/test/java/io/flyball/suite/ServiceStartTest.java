package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceStartTest {

    @Test
    void eachServiceHasTheArgumentsBehindItsName() {
        assertThat(ServiceStart.parse(List.of("console", "--a=1", "--b=2", "cost-ledger", "governor", "--c")))
                .containsExactly(
                        new ServiceStart("console", List.of("--a=1", "--b=2")),
                        new ServiceStart("cost-ledger", List.of()),
                        new ServiceStart("governor", List.of("--c")));
    }

    @Test
    void anArgumentThatIsNobodysIsRefused() {
        assertThatThrownBy(() -> ServiceStart.parse(List.of("--server.port=1", "console")))
                .hasMessageContaining("--server.port=1");
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThatThrownBy(() -> ServiceStart.parse(List.of("Console"))).hasMessageContaining("Console");
    }

    @ParameterizedTest
    @CsvSource({
        "console, io.flyball.console.ConsoleApplication",
        "tool-executor, io.flyball.toolexecutor.ToolExecutorApplication",
        "cost-ledger, io.flyball.costledger.CostLedgerApplication"
    })
    void theClassFollowsFromTheName(String name, String className) {
        assertThat(new ServiceStart(name, List.of()).applicationClass()).isEqualTo(className);
    }

    @ParameterizedTest
    @CsvSource({"console", "orchestrator", "planner", "governor", "tool-executor", "cost-ledger", "notifier"})
    void everyServiceOfTheSuiteCanBeStarted(String name) throws ReflectiveOperationException {
        var application = Class.forName(new ServiceStart(name, List.of()).applicationClass());
        assertThat(application
                        .getMethod("start", String[].class)
                        .getReturnType()
                        .getSimpleName())
                .isEqualTo("ConfigurableApplicationContext");
    }
}
