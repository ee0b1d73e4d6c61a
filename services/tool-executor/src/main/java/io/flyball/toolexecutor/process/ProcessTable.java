package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who runs on this machine, read from {@code /proc} where there is one. Trees that are ended at the same moment share one
 * look, so that ending fifty costs little more than ending one.
 */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final ProcessTable SHARED = new ProcessTable();

    private List<Entry> entries = List.of();
    private long lookedAt = Long.MIN_VALUE;

    /**
     * A process.
     *
     * @param marker the value of its marker variable; empty if it has none or its environment cannot be read
     */
    record Entry(long pid, long parent, long session, String marker) {}

    /** A look that began at or after that {@link System#nanoTime()}. Zombies are not in it. */
    static List<Entry> since(long nanos) {
        return SHARED.look(nanos);
    }

    /** The pids in the tree of that root: its descendants, its session, and who carries its marker. */
    static Set<Long> tree(List<Entry> table, long root, String marker) {
        Set<Long> tree = new HashSet<>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Entry entry : table) {
                boolean belongs = entry.pid() == root
                        || entry.session() == root
                        || entry.marker().equals(marker)
                        || tree.contains(entry.parent());
                grew |= belongs && tree.add(entry.pid());
            }
        }
        return tree;
    }

    private synchronized List<Entry> look(long nanos) {
        if (lookedAt == Long.MIN_VALUE || lookedAt - nanos < 0) {
            lookedAt = System.nanoTime();
            entries = Files.isDirectory(PROC) ? readProc() : askJava();
        }
        return entries;
    }

    private static List<Entry> readProc() {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                // The name stands in parentheses; after it: state, parent, group, session.
                String stat = read(process.resolve("stat"));
                String[] fields =
                        stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
                if (fields.length > 3 && !fields[0].equals("Z") && !fields[0].equals("X")) {
                    long pid = Long.parseLong(process.getFileName().toString());
                    entries.add(new Entry(pid, Long.parseLong(fields[1]), Long.parseLong(fields[3]), marker(process)));
                }
            }
        } catch (IOException _) {
            return askJava();
        }
        return entries;
    }

    private static List<Entry> askJava() {
        return ProcessHandle.allProcesses()
                .map(process -> new Entry(
                        process.pid(), process.parent().map(ProcessHandle::pid).orElse(0L), 0, ""))
                .toList();
    }

    private static String marker(Path process) {
        String environment = '\0' + read(process.resolve("environ"));
        int at = environment.indexOf('\0' + GatedProcess.MARKER + "=");
        if (at < 0) {
            return "";
        }
        int value = at + GatedProcess.MARKER.length() + 2;
        int end = environment.indexOf('\0', value);
        return environment.substring(value, end < 0 ? environment.length() : end);
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
