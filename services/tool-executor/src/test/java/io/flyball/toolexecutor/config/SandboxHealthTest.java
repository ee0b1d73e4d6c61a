package io.flyball.toolexecutor.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.toolexecutor.commands.CommandSettings;
import io.flyball.toolexecutor.commands.Walls;
import io.flyball.toolexecutor.process.ControlGroups;
import io.flyball.toolexecutor.process.ResourceLimits;
import io.flyball.toolexecutor.process.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class SandboxHealthTest {
    private static final Sandbox WORKS = new Sandbox.Works(Path.of("/bwrap"), ControlGroups.NONE);
    private static final Sandbox MISSING = new Sandbox.Missing("the kernel forbids it", ControlGroups.NONE);

    @Test
    @DisplayName("SBX-2 the health tells the level and the limits")
    void works() {
        assertThat(health(WORKS, false).getDetails())
                .containsEntry("level", 2)
                .containsEntry("memory", "128 MiB, each process apart");
    }

    @Test
    @DisplayName("SBX-2 a weaker level is told with its reason, and nobody is sent home for it")
    void weaker() {
        Health health = health(MISSING, false);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("level", 1)
                .containsEntry("reason", "the kernel forbids it")
                .containsEntry("processes", "not bounded");
    }

    @Test
    @DisplayName("SBX-2 an executor that requires namespaces and has none is out of service")
    void required() {
        assertThat(health(MISSING, true).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health(WORKS, true).getStatus()).isEqualTo(Status.UP);
    }

    private static Health health(Sandbox sandbox, boolean required) {
        return new SandboxHealth(new CommandSettings(
                        "/bin",
                        Path.of("/scratch"),
                        Map.of(),
                        new ResourceLimits(64, 64, 40, 128, 20, 4),
                        new Walls(sandbox, required, List.of())))
                .health();
    }
}
