package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.cli.exit.CommandFailed;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ControlIT {

    @Test
    void anOrderIsCarriedOutAndItsProgressTold() throws Exception {
        var ordered = new ArrayList<String>();
        var told = new ArrayList<String>();
        try (var server = ControlServer.open((name, progress) -> {
            ordered.add(name);
            progress.say("going on");
        })) {
            var client = new ControlClient(server.path().toString());
            client.restart("governor", told::add);
            client.restart("redis", told::add);
        }
        assertThat(ordered).containsExactly("governor", "redis");
        assertThat(told).containsExactly("going on", "going on");
    }

    @Test
    void whatFailsThereFailsHere() throws Exception {
        try (var server = ControlServer.open((name, _) -> {
            throw new IllegalArgumentException("no part " + name);
        })) {
            var client = new ControlClient(server.path().toString());
            assertThatThrownBy(() -> client.restart("nothing", _ -> {}))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("no part nothing");
        }
    }

    @Test
    void onlyItsOwnerCanReachIt() throws Exception {
        try (var server = ControlServer.open((_, _) -> {})) {
            var folder = server.path().getParent();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aSupervisorThatIsGoneIsNamedAsTheReason() throws Exception {
        var server = ControlServer.open((_, _) -> {});
        server.close();
        assertThat(Files.exists(server.path().getParent())).isFalse();
        assertThatThrownBy(() -> new ControlClient(server.path().toString()).restart("redis", _ -> {}))
                .hasMessageContaining("does not answer");
    }
}
