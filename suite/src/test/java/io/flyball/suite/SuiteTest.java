package io.flyball.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuiteTest {
    private static final ServiceStart FIRST = new ServiceStart("sample-first", List.of("--server.port=1"));
    private static final ServiceStart SECOND = new ServiceStart("sample-second", List.of());
    private static final ServiceStart BROKEN = new ServiceStart("sample-broken", List.of());

    @BeforeEach
    void forget() {
        Samples.EVENTS.clear();
    }

    @Test
    void startsAllInOrderAndTellsOfEach() throws InterruptedException {
        var told = new ArrayList<String>();
        new Suite().start(List.of(FIRST, SECOND), started -> told.add(started.line()));
        assertThat(told)
                .satisfiesExactly(
                        line -> assertThat(line).matches("READY sample-first \\d+\\.\\d"),
                        line -> assertThat(line).matches("READY sample-second \\d+\\.\\d"));
        assertThat(Samples.EVENTS)
                .containsExactly("started sample-first [--server.port=1]", "started sample-second []");
    }

    @Test
    @DisplayName("OPS-3 All services are ended, each on a thread of its own")
    void endsAll() throws InterruptedException {
        var suite = new Suite();
        suite.start(List.of(FIRST, SECOND), _ -> {});
        Samples.EVENTS.clear();
        assertThat(suite.end(Duration.ofSeconds(20))).isEmpty();
        assertThat(Samples.EVENTS)
                .containsExactlyInAnyOrder(
                        "ended sample-first by sample-first", "ended sample-second by sample-second");
    }

    @Test
    void aServiceThatDoesNotStartFailsTheSuiteWithItsReason() {
        assertThatThrownBy(() -> new Suite().start(List.of(FIRST, BROKEN), _ -> {}))
                .isInstanceOf(ServiceFailed.class)
                .hasMessage("sample-broken: IllegalArgumentException: port 1 is taken");
    }

    @Test
    void aServiceThatIsNotThereFailsTheSuite() {
        var unknown = new ServiceStart("nowhere", List.of());
        assertThatThrownBy(() -> new Suite().start(List.of(unknown), _ -> {}))
                .isInstanceOf(ServiceFailed.class)
                .hasMessageContaining("io.flyball.nowhere.NowhereApplication");
    }
}
