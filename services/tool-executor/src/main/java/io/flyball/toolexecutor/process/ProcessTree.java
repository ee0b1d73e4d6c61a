package io.flyball.toolexecutor.process;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A process and all that came from it, also children that were given away to another parent or that opened a session of
 * their own.
 *
 * @param root the process that leads it
 * @param marker what every member carries in its environment unless it threw it away
 * @param wrapped whether the root is not the program but holds it: all others are killed when the root ends
 */
record ProcessTree(long root, String marker, boolean wrapped) {
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long ENOUGH_NANOS = Duration.ofSeconds(5).toNanos();

    /** Kills until nobody is left; looks again after each round, because who is killed may just have forked. */
    void kill() {
        long start = System.nanoTime();
        Collection<Long> members = members();
        while (!members.isEmpty() && System.nanoTime() - start < ENOUGH_NANOS) {
            each(members, ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE_NANOS);
            members = members();
        }
    }

    /** Asks first and kills what has not gone when the grace is over. */
    void endGently(Duration grace) {
        long start = System.nanoTime();
        each(asked(), ProcessHandle::destroy);
        while (!members().isEmpty() && System.nanoTime() - start < grace.toNanos()) {
            LockSupport.parkNanos(10 * PAUSE_NANOS);
        }
        kill();
    }

    private Collection<Long> asked() {
        return members().stream().filter(pid -> !wrapped || pid != root).toList();
    }

    private Collection<Long> members() {
        return ProcessTable.tree(ProcessTable.since(System.nanoTime()), root, marker);
    }

    private static void each(Collection<Long> pids, Consumer<ProcessHandle> act) {
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(act));
    }
}
