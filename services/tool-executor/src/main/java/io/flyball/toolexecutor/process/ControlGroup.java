package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Processes that the kernel counts and bounds together. Nobody leaves it, whatever session or parent they have.
 *
 * @param folders one for each controller; none means that there is no group
 */
record ControlGroup(List<Path> folders) implements AutoCloseable {
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    private static final long ENOUGH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final String MEMBERS = "cgroup.procs";

    ControlGroup {
        folders = List.copyOf(folders);
    }

    /** The files into which a process writes its id to enter. */
    List<String> entrances() {
        return folders.stream()
                .map(folder -> folder.resolve(MEMBERS).toString())
                .toList();
    }

    /** Kills until nobody is left. */
    void kill() {
        long start = System.nanoTime();
        List<Long> members = members();
        while (!members.isEmpty() && System.nanoTime() - start < ENOUGH_NANOS) {
            members.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            LockSupport.parkNanos(PAUSE_NANOS);
            members = members();
        }
    }

    private List<Long> members() {
        if (folders.isEmpty()) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(folders.getFirst().resolve(MEMBERS))) {
            return lines.map(Long::valueOf).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Ends who is left and takes the group away; one that does not go is taken away at the next start. */
    @Override
    public void close() {
        kill();
        folders.forEach(ControlGroup::remove);
    }

    /** Takes it away if nobody is in it. */
    static void remove(Path group) {
        try {
            Files.deleteIfExists(group);
        } catch (IOException _) {
            // Somebody is still in it.
        }
    }
}
