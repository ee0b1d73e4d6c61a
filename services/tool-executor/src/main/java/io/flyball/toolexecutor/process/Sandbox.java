package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whether this machine lets programs be put into namespaces of their own. It is tried, not guessed. */
public sealed interface Sandbox {
    /** In which the kernel counts a program's processes, where it can. */
    ControlGroups groups();

    /** It does. */
    record Works(Path bubblewrap, ControlGroups groups) implements Sandbox {}

    /** It does not, or nobody wants it. */
    record Missing(String why, ControlGroups groups) implements Sandbox {}

    /**
     * Tries it with a program that starts another one.
     *
     * @param bubblewrap its file
     * @param scratch a folder that is there
     */
    static Sandbox tried(Path bubblewrap, Path scratch, ResourceLimits limits, ControlGroups groups) {
        if (!Files.isExecutable(bubblewrap)) {
            return new Missing("there is no " + bubblewrap, groups);
        }
        Enclosure bare = new Enclosure(List.of(), List.of(), scratch, false, false);
        Launch launch = new Launch(
                Path.of("/bin/sh"),
                List.of("-c", "(exit 3); [ $? = 3 ] && echo works"),
                scratch,
                Map.of("PATH", "/usr/bin:/bin"),
                UUID.randomUUID().toString(),
                limits,
                new Containment.Namespaces(bubblewrap, bare, groups),
                1_000);
        try (GatedProcess process = GatedProcess.arm(launch)) {
            process.open();
            String said = process.await(new Ending()).output().head().strip();
            return said.equals("works") ? new Works(bubblewrap, groups) : new Missing(said, groups);
        } catch (IOException e) {
            return new Missing(String.valueOf(e.getMessage()), groups);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Missing("interrupted while it was tried", groups);
        }
    }
}
