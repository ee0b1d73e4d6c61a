package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process and all that came from it: its descendants, whoever is in its session, and whoever carries its marker in the
 * environment, so that children that were given away to another parent, or that opened a session, are found too.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long ENOUGH_NANOS = Duration.ofSeconds(5).toNanos();

    private final ProcessHandle root;
    private final String marker;

    ProcessTree(ProcessHandle root, String marker) {
        this.root = root;
        this.marker = marker;
    }

    /** Kills until nobody is left; looks again after each round, because who is killed may just have forked. */
    void kill() {
        long start = System.nanoTime();
        Map<Long, ProcessHandle> members = members();
        while (!members.isEmpty() && System.nanoTime() - start < ENOUGH_NANOS) {
            members.values().forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(PAUSE_NANOS);
            members = members();
        }
    }

    /** Asks first and kills what has not gone when the grace is over. */
    void endGently(Duration grace) {
        long start = System.nanoTime();
        members().values().forEach(ProcessHandle::destroy);
        while (!members().isEmpty() && System.nanoTime() - start < grace.toNanos()) {
            LockSupport.parkNanos(10 * PAUSE_NANOS);
        }
        kill();
    }

    private Map<Long, ProcessHandle> members() {
        Map<Long, ProcessHandle> members = new HashMap<>();
        Stream.concat(Stream.of(root), root.descendants())
                .filter(ProcessHandle::isAlive)
                .forEach(process -> members.put(process.pid(), process));
        if (Files.isDirectory(PROC)) {
            addFromProc(members);
        }
        members.values().removeIf(process -> isZombie(process.pid()));
        return members;
    }

    private void addFromProc(Map<Long, ProcessHandle> members) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                if (!members.containsKey(pid) && belongs(entry)) {
                    ProcessHandle.of(pid).ifPresent(process -> members.put(pid, process));
                }
            }
        } catch (IOException _) {
            // What cannot be listed cannot be ended; the descendants are known without it.
        }
    }

    private boolean belongs(Path entry) {
        return session(entry) == root.pid() || read(entry.resolve("environ")).contains(marker);
    }

    private static long session(Path entry) {
        String[] fields = stat(entry);
        return fields.length > 3 ? Long.parseLong(fields[3]) : -1;
    }

    private static boolean isZombie(long pid) {
        String[] fields = stat(PROC.resolve(Long.toString(pid)));
        return fields.length > 0 && (fields[0].equals("Z") || fields[0].equals("X"));
    }

    /** The fields after the name, which stands in parentheses: state, parent, group, session, ... */
    private static String[] stat(Path entry) {
        String stat = read(entry.resolve("stat"));
        int close = stat.lastIndexOf(')');
        return close < 0 ? new String[0] : stat.substring(close + 1).trim().split(" ");
    }

    /** Empty if it is gone or somebody else's. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
