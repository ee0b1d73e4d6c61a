package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.SandboxLevel;
import io.flyball.catalogue.SandboxNeeds;
import io.flyball.catalogue.ToolEffect;
import io.flyball.catalogue.programs.ProgramGrammars;
import io.flyball.toolexecutor.process.ControlGroups;
import io.flyball.toolexecutor.process.ResourceLimits;
import io.flyball.toolexecutor.process.Sandbox;
import io.flyball.toolexecutor.secrets.SecretStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Commands as ordinary processes, for tools that are made of them. */
public final class PlainCommands {
    private PlainCommands() {}

    /** @param path where programs are looked for */
    public static ByCommand in(Path folder, String path, Map<String, String> environment) {
        ProgramGrammars grammars = ProgramGrammars.with(folder.resolve("programs"));
        Walls walls = new Walls(new Sandbox.Missing("it is a test", ControlGroups.NONE), false, List.of());
        ResourceLimits limits = new ResourceLimits(1024, 1024, 4096, 1024, 600, 64);
        return new ByCommand(new RunCommand(
                () -> grammars,
                new CommandSettings(path, folder.resolve("scratch"), environment, limits, walls),
                SecretStore.none()));
    }

    public static CommandPermission permission(ToolEffect effect, String... argv) {
        SandboxNeeds needs = SandboxNeeds.of(
                SandboxLevel.PROCESS, null, null, null, null, effect == ToolEffect.READ ? null : Boolean.TRUE);
        return new CommandPermission(
                List.of(argv), effect, effect == ToolEffect.READ ? "read" : "restart", true, null, needs);
    }
}
