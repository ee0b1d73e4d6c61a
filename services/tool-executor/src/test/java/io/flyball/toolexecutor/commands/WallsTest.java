package io.flyball.toolexecutor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.ProcessView;
import io.flyball.catalogue.SandboxLevel;
import io.flyball.catalogue.SandboxNeeds;
import io.flyball.toolexecutor.process.Containment;
import io.flyball.toolexecutor.process.ControlGroups;
import io.flyball.toolexecutor.process.Enclosure;
import io.flyball.toolexecutor.process.Sandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final Sandbox WORKS = new Sandbox.Works(Path.of("/bwrap"), ControlGroups.NONE);
    private static final Sandbox MISSING = new Sandbox.Missing("the kernel forbids it", ControlGroups.NONE);
    private static final SandboxNeeds SERVICE =
            new SandboxNeeds(SandboxLevel.PROCESS, ProcessView.OWN, List.of(), List.of(), List.of(), true);
    private static final Enclosure ENCLOSURE = new Enclosure(List.of(), List.of(), Path.of("/scratch"), false, false);

    @Test
    @DisplayName("SBX-2 a command is held in namespaces unless its permission says otherwise")
    void namespacesAreTheDefault() {
        Walls walls = new Walls(WORKS, false, List.of());

        assertThat(walls.around(SandboxNeeds.NONE, () -> ENCLOSURE))
                .isEqualTo(new Containment.Namespaces(Path.of("/bwrap"), ENCLOSURE, ControlGroups.NONE));
        assertThat(walls.around(SERVICE, () -> ENCLOSURE)).isEqualTo(new Containment.Plain(ControlGroups.NONE, true));
        assertThat(walls.told(SandboxNeeds.NONE)).isEqualTo("in namespaces of its own");
        assertThat(walls.told(SERVICE)).contains("ordinary process", "permission");
    }

    @Test
    @DisplayName("SBX-2 where the machine has no namespaces a command runs as a process, and that is said")
    void neverWeakerInSilence() {
        Walls walls = new Walls(MISSING, false, List.of());

        assertThat(walls.objection(SandboxNeeds.NONE)).isEmpty();
        assertThat(walls.around(SandboxNeeds.NONE, () -> ENCLOSURE))
                .isEqualTo(new Containment.Plain(ControlGroups.NONE, false));
        assertThat(walls.told(SandboxNeeds.NONE)).contains("level 1", "the kernel forbids it");
    }

    @Test
    @DisplayName("SBX-2 where namespaces are required, a command without them is refused")
    void required() {
        Walls walls = new Walls(MISSING, true, List.of());

        assertThat(walls.objection(SandboxNeeds.NONE))
                .hasValueSatisfying(why -> assertThat(why).contains("the kernel forbids it"));
        assertThat(walls.objection(SERVICE)).isEmpty();
        assertThat(new Walls(WORKS, true, List.of()).objection(SandboxNeeds.NONE))
                .isEmpty();
    }
}
