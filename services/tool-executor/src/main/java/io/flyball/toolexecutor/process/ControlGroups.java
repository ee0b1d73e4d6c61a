package io.flyball.toolexecutor.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where the kernel can be asked to count the processes and the memory of a program together: folders of control groups,
 * version 1, in which this process may make groups of its own. Nothing, where there are none.
 *
 * @param folders one for each controller; empty if there are no groups
 */
public record ControlGroups(List<Path> folders) {
    /** No groups. */
    public static final ControlGroups NONE = new ControlGroups(List.of());

    private static final Path HIERARCHIES = Path.of("/sys/fs/cgroup");
    private static final Path OWN = Path.of("/proc/self/cgroup");
    private static final List<String> CONTROLLERS = List.of("pids", "memory");
    private static final String PREFIX = "flyball-";

    public ControlGroups {
        folders = List.copyOf(folders);
    }

    /** Those of this process, if both controllers let it make groups; what an earlier executor left empty is taken away. */
    public static ControlGroups ofThisProcess() {
        try {
            List<String> own = Files.readAllLines(OWN);
            ControlGroups found = new ControlGroups(CONTROLLERS.stream()
                    .flatMap(controller -> own.stream()
                            .filter(line -> line.matches("\\d+:" + controller + ":/.*"))
                            .map(line -> Path.of(HIERARCHIES + "/" + controller + line.split(":", 3)[2])))
                    .toList());
            return found.folders.size() == CONTROLLERS.size() && found.works() ? found : NONE;
        } catch (IOException _) {
            return NONE;
        }
    }

    public boolean exist() {
        return !folders.isEmpty();
    }

    private boolean works() {
        try {
            for (Path folder : folders) {
                sweep(folder);
                Files.delete(Files.createDirectory(folder.resolve(PREFIX + UUID.randomUUID())));
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> groups = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path group : groups) {
                ControlGroup.remove(group);
            }
        }
    }

    /**
     * A new group with those limits; one without any effect where there are no groups.
     *
     * @throws IOException if it cannot be made
     */
    ControlGroup create(ResourceLimits limits) throws IOException {
        String name = PREFIX + UUID.randomUUID();
        List<Path> made = new ArrayList<>();
        for (Path folder : folders) {
            Path group = Files.createDirectory(folder.resolve(name));
            made.add(group);
            limit(group, "pids.max", limits.processes());
            limit(group, "memory.limit_in_bytes", (long) limits.memoryMegabytes() << 20);
        }
        return new ControlGroup(made);
    }

    private static void limit(Path group, String name, long value) throws IOException {
        Path file = group.resolve(name);
        if (Files.exists(file)) {
            Files.writeString(file, Long.toString(value));
        }
    }
}
