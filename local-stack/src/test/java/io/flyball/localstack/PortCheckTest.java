package io.flyball.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    private ServerSocket held;

    @BeforeEach
    void holdAPort() throws IOException {
        held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void letGo() throws IOException {
        held.close();
    }

    @Test
    void namesTheProcessThatHoldsThePort() {
        var free = FreePorts.find(1).getFirst();
        assertThat(new PortCheck().taken(List.of(free, held.getLocalPort())))
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.port()).isEqualTo(held.getLocalPort());
                    assertThat(taken.pid()).hasValue(ProcessHandle.current().pid());
                    assertThat(taken.command()).contains("java");
                });
    }

    @Test
    void findsAListenerOnAllAddresses() throws IOException {
        try (var everywhere = new ServerSocket(0)) {
            assertThat(new PortCheck().taken(List.of(everywhere.getLocalPort())))
                    .extracting(TakenPort::pid)
                    .containsExactly(OptionalLong.of(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aPortThatWasLetGoIsFree() throws IOException {
        held.close();
        assertThat(new PortCheck().taken(List.of(held.getLocalPort()))).isEmpty();
    }

    @Test
    @DisplayName("Where there is no /proc, lsof tells")
    void lsofNamesTheProcessToo() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/lsof")), "lsof is not installed");
        assertThat(new PortCheck(new LsofPortOwners()).taken(List.of(held.getLocalPort())))
                .extracting(TakenPort::pid)
                .containsExactly(OptionalLong.of(ProcessHandle.current().pid()));
    }

    @Test
    void saysWhenTheSystemDoesNotTell() {
        var check = new PortCheck(_ -> OptionalLong.empty());
        assertThat(check.taken(List.of(held.getLocalPort())))
                .containsExactly(new TakenPort(held.getLocalPort(), OptionalLong.empty(), "unknown"));
    }

    @Test
    @DisplayName("The refusal names every taken port")
    void refusesWithTheOwner() {
        assertThatThrownBy(() -> new PortCheck().requireFree(List.of(held.getLocalPort())))
                .isInstanceOf(NeighbourFailed.class)
                .hasMessageContaining(
                        "port %d is taken by process %d: ",
                        held.getLocalPort(), ProcessHandle.current().pid());
    }
}
