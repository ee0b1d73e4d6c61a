package io.flyball.localstack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a child process is started so that only its owner ends it. */
final class Launch {

    /** Nothing else of the caller's environment: all of these programs also take settings from variables. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ", "USER");

    private static final File NOTHING = new File("/dev/null");

    /** Both begin a session and then replace themselves by the command, which so keeps the process id. */
    static final List<String> SETSID = List.of("/usr/bin/setsid");

    /** Where there is no such command, as on macOS. */
    static final List<String> PERL = List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die");

    private Launch() {}

    /** Output and errors are appended to the log. */
    static ProcessBuilder inOwnSession(List<String> command, Path folder, Path log) {
        var builder = new ProcessBuilder(apartFromTheTerminal(command))
                .directory(folder.toFile())
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(KEPT);
        // Each thread would get an arena of its own; two keep a Java process some tens of megabytes smaller.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    /**
     * Ctrl-C at a terminal reaches every process of the foreground session's group at once, and the broker would be gone
     * before the services have drained.
     */
    private static List<String> apartFromTheTerminal(List<String> command) {
        var prefixed = new ArrayList<>(Files.isExecutable(Path.of(SETSID.getFirst())) ? SETSID : PERL);
        prefixed.addAll(command);
        return prefixed;
    }
}
