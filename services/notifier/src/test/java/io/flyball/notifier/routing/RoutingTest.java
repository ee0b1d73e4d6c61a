package io.flyball.notifier.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.notifier.Messages;
import io.flyball.notifier.delivery.Chain;
import io.flyball.notifier.message.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingTest {
    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path folder;

    @Test
    @DisplayName("NTF-1 as shipped, everything goes to the log and nowhere else")
    void shipped() {
        Routing shipped = Routing.load(Path.of("../../catalogue/notifications/routing.yaml"), Set.of());

        assertThat(shipped.chains(Messages.closing())).containsExactly(new Chain(List.of("log"), DAY));
    }

    @Test
    @DisplayName("NTF-1 the first route that matches by kind, severity, environment and agent counts")
    void firstMatch() throws IOException {
        Routing routing = load("""
                routes:
                  - kinds: [STOP]
                    to: [slack, oncall]
                  - severities: [critical]
                    environments: [production]
                    agents: [service-restorer]
                    to: [oncall]
                    fallback: [slack]
                    retryFor: PT2M
                otherwise: [slack]
                """);

        assertThat(routing.chains(Messages.of(Kind.STOP, "info", "t", "b")))
                .containsExactly(chain(DAY, "slack", "log"), chain(DAY, "oncall", "log"));
        assertThat(routing.chains(Messages.of(Kind.ESCALATION, "critical", "t", "b")))
                .containsExactly(chain(Duration.ofMinutes(2), "oncall", "slack", "log"));
        assertThat(routing.chains(Messages.of(Kind.ESCALATION, "warning", "t", "b")))
                .containsExactly(chain(DAY, "slack", "log"));
    }

    @Test
    void aMessageMayNameItsChannelsItself() throws IOException {
        Routing routing = load("otherwise: [slack]\n");

        assertThat(routing.chains(Messages.to(Messages.closing(), List.of("oncall", "oncall", "moon"))))
                .containsExactly(chain(DAY, "oncall", "log"), chain(DAY, "moon", "log"));
    }

    @Test
    @DisplayName("NTF-1 a mistake in the routing is told with file and line")
    void mistakes() {
        assertThatThrownBy(() -> load("# pager is not there\nroutes:\n  - to: [pager]\notherwise: [log]\n"))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("routing.yaml:3")
                .hasMessageContaining("no channel 'pager'")
                .hasMessageContaining("oncall, slack");
        assertThatThrownBy(() -> load("routes:\n  - kinds: [SHOUT]\n    to: [log]\notherwise: [log]\n"))
                .hasMessageContaining("routing.yaml:2")
                .hasMessageContaining("SHOUT");
        assertThatThrownBy(() -> load("routes:\n  - to: [log]\n    retryFor: PT25H\notherwise: [log]\n"))
                .hasMessageContaining("at most 24 hours");
        assertThatThrownBy(() -> load("routes:\n  - to: [log]\n    retry: PT1H\notherwise: [log]\n"))
                .hasMessageContaining("routing.yaml:3");
        assertThatThrownBy(() -> load("routes: []\n")).hasMessageContaining("otherwise");
        assertThatThrownBy(() -> load("routes:\n  - to: []\notherwise: [log]\n"))
                .hasMessageContaining("'to'");
    }

    private Routing load(String yaml) throws IOException {
        return Routing.load(Files.writeString(folder.resolve("routing.yaml"), yaml), Set.of("slack", "oncall"));
    }

    private static Chain chain(Duration retryFor, String... channels) {
        return new Chain(List.of(channels), retryFor);
    }
}
