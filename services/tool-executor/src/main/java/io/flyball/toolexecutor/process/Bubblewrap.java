package io.flyball.toolexecutor.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words by which bubblewrap is asked for an enclosure. */
final class Bubblewrap {
    private static final Path ROOT = Path.of("/");
    private static final String NOBODY = "65534";
    private static final long MEGABYTE = 1 << 20;

    private final Enclosure enclosure;
    private final String scratchBytes;

    Bubblewrap(Enclosure enclosure, ResourceLimits limits) {
        this.enclosure = enclosure;
        this.scratchBytes = Long.toString(limits.scratchMegabytes() * MEGABYTE);
    }

    /**
     * The command line up to where the program's begins.
     *
     * @param directory where the program works
     */
    List<String> words(Path bubblewrap, Path directory) {
        List<String> words = new ArrayList<>(List.of(bubblewrap.toString()));
        words.addAll(namespaces());
        words.addAll(enclosure.readable().contains(ROOT) ? List.of("--ro-bind", "/", "/") : SystemFolders.words());
        words.addAll(enclosure.processes() ? List.of("--ro-bind", "/proc", "/proc") : List.of("--proc", "/proc"));
        words.addAll(List.of("--dev", "/dev"));
        words.addAll(temporary(Path.of("/dev/shm")));
        words.addAll(temporary(Path.of("/tmp")));
        words.addAll(mounts());
        words.addAll(temporary(enclosure.scratch()));
        words.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", directory.toString(), "--"));
        return words;
    }

    /** The end of the program ends the first process of its namespace, and with it the kernel ends all others. */
    private List<String> namespaces() {
        List<String> words = new ArrayList<>(
                List.of("--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
        if (!enclosure.network()) {
            words.add("--unshare-net");
        }
        words.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        words.addAll(List.of("--uid", NOBODY, "--gid", NOBODY));
        return words;
    }

    private List<String> temporary(Path folder) {
        return List.of("--size", scratchBytes, "--tmpfs", folder.toString());
    }

    /** A folder comes before what lies in it, so that nothing that was mounted is covered again. */
    private List<String> mounts() {
        Map<Path, String> mounts = new TreeMap<>();
        enclosure.readable().stream()
                .filter(path -> !path.equals(ROOT) && !SystemFolders.hold(path) && !ownedByKernel(path))
                .forEach(path -> mounts.put(path, "--ro-bind-try"));
        enclosure.writable().stream()
                .filter(path -> !path.equals(ROOT) && !ownedByKernel(path))
                .forEach(path -> mounts.put(path, "--bind-try"));
        List<String> words = new ArrayList<>();
        mounts.forEach((path, how) -> words.addAll(List.of(how, path.toString(), path.toString())));
        Set<Path> seen = new LinkedHashSet<>(enclosure.readable());
        seen.addAll(mounts.keySet());
        words.addAll(HiddenFiles.words(seen));
        return words;
    }

    /** Mounted by other means: what is in there depends on who looks. */
    private static boolean ownedByKernel(Path path) {
        return path.startsWith("/proc") || path.startsWith("/dev");
    }
}
