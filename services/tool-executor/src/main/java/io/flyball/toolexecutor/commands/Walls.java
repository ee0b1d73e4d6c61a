package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.SandboxLevel;
import io.flyball.catalogue.SandboxNeeds;
import io.flyball.toolexecutor.process.Containment;
import io.flyball.toolexecutor.process.Enclosure;
import io.flyball.toolexecutor.process.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * By what commands are held on this machine.
 *
 * @param sandbox whether there are namespaces for them
 * @param required whether a command that should have namespaces is refused where there are none
 * @param readable files and folders that every command sees
 */
public record Walls(Sandbox sandbox, boolean required, List<Path> readable) {

    public Walls {
        readable = List.copyOf(readable);
    }

    /** Why a command with those needs may not run here; empty if it may. */
    Optional<String> objection(SandboxNeeds needs) {
        return required && needs.level() == SandboxLevel.NAMESPACES && sandbox instanceof Sandbox.Missing missing
                ? Optional.of("it needs namespaces of its own, and this machine has none for it: " + missing.why())
                : Optional.empty();
    }

    /** How a command with those needs is held. */
    Containment around(SandboxNeeds needs, Supplier<Enclosure> enclosure) {
        return switch (needs.level()) {
            case PROCESS -> new Containment.Plain(sandbox.groups(), needs.service());
            case NAMESPACES ->
                switch (sandbox) {
                    case Sandbox.Works works ->
                        new Containment.Namespaces(works.bubblewrap(), enclosure.get(), works.groups());
                    case Sandbox.Missing missing -> new Containment.Plain(missing.groups(), false);
                };
        };
    }

    /** What a person should know about how such a command is held, in one sentence. */
    String told(SandboxNeeds needs) {
        return switch (needs.level()) {
            case PROCESS -> "as an ordinary process, as its permission says";
            case NAMESPACES ->
                switch (sandbox) {
                    case Sandbox.Works _ -> "in namespaces of its own";
                    case Sandbox.Missing missing -> "as an ordinary process (level 1): " + missing.why();
                };
        };
    }
}
