package io.flyball.toolexecutor.commands;

import io.flyball.catalogue.CommandPermission;
import io.flyball.catalogue.SandboxNeeds;
import io.flyball.catalogue.ToolEffect;
import io.flyball.toolexecutor.process.Launch;
import io.flyball.toolexecutor.process.Programs;
import io.flyball.toolexecutor.process.TalkingProcess;
import io.flyball.toolexecutor.tools.Permissions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A program that a file of the catalogue names word for word, to be spoken to. It is held as commands are, and finds nothing of any
 * agent's files.
 *
 * @param argv the program and its arguments
 * @param needs what it finds of the machine
 * @param given variables that it sees besides the executor's own choice
 */
public record OutsideProgram(List<String> argv, SandboxNeeds needs, Map<String, String> given) {
    private static final int COMPLAINTS = 2_000;
    private static final Permissions NOBODYS = new Permissions(List.of(), List.of(), List.of(), List.of());

    public OutsideProgram {
        argv = List.copyOf(argv);
        given = Map.copyOf(given);
    }

    /** Why it may not run here; empty if it may. */
    public Optional<String> objection(CommandSettings settings) {
        return program(settings).isPresent()
                ? settings.walls().objection(needs)
                : Optional.of("there is no program " + argv.getFirst() + " on " + settings.path());
    }

    /** How it would be held, in words. */
    public String told(CommandSettings settings) {
        return settings.walls().told(needs);
    }

    /**
     * Puts it at the gate, in a folder of its own.
     *
     * @param marker by which its processes are known
     * @throws IOException if it cannot be started
     */
    public Guest arm(CommandSettings settings, String marker) throws IOException {
        Scratch scratch = Scratch.in(settings.scratch());
        try {
            return new Guest(TalkingProcess.arm(launch(settings, marker, scratch.folder())), scratch);
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
    }

    private Launch launch(CommandSettings settings, String marker, Path own) throws IOException {
        Path program = program(settings).orElseThrow(() -> new IOException("there is no program " + argv.getFirst()));
        CommandPermission permission = new CommandPermission(argv, ToolEffect.READ, "read", true, null, needs);
        Surroundings surroundings =
                new Surroundings(NOBODYS, permission, program, settings.walls().readable());
        return new Launch(
                program,
                argv.subList(1, argv.size()),
                own,
                environment(settings, own),
                marker + "/" + UUID.randomUUID(),
                settings.limits(),
                settings.walls().around(needs, () -> surroundings.in(own)),
                COMPLAINTS);
    }

    private Map<String, String> environment(CommandSettings settings, Path home) {
        Map<String, String> environment = new HashMap<>(Map.of("LANG", "C.UTF-8", "TERM", "dumb"));
        environment.putAll(settings.environment());
        environment.putAll(given);
        environment.putAll(Map.of("PATH", settings.path(), "HOME", home.toString(), "TMPDIR", home.toString()));
        return environment;
    }

    private Optional<Path> program(CommandSettings settings) {
        return Programs.find(argv.getFirst(), settings.path());
    }

    /** It, and the folder that goes with it. */
    public static final class Guest implements AutoCloseable {
        private final TalkingProcess process;
        private final Scratch scratch;

        private Guest(TalkingProcess process, Scratch scratch) {
            this.process = process;
            this.scratch = scratch;
        }

        public TalkingProcess process() {
            return process;
        }

        @Override
        public void close() {
            process.close();
            scratch.close();
        }
    }
}
