package io.flyball.toolexecutor.files;

import io.flyball.files.trash.KeptFile;
import io.flyball.files.trash.Trash;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be deleted at once.
 *
 * @param file what is to go, behind all links on its way
 * @param writable globs of what the agent may write
 * @param count how many things the agent says there are
 */
record DeletionBounds(
        Path file,
        Trash trash,
        MountPoints mounts,
        List<String> writable,
        @Nullable Integer count) {
    private static final int MOST_FILES = 100;
    private static final long MOST_BYTES = 1_000_000_000;
    private static final int SHALLOWEST = 2;

    /** Why not; empty if it may go. */
    Optional<String> objection(List<KeptFile> found) {
        return misplaced()
                .or(() -> kind(found.getFirst()))
                .or(() -> each(found))
                .or(() -> size(found));
    }

    /** Why nothing at that place is deleted, whatever it is; told without looking into it. */
    Optional<String> misplaced() {
        if (file.getNameCount() < SHALLOWEST) {
            return Optional.of(file + " is a root or lies directly in one; such folders are not deleted");
        }
        if (trash.home().startsWith(file)) {
            return Optional.of("the trash itself lies in " + file);
        }
        return mounts.at(file).map(mount -> mount + " is a mount point; file systems are not deleted");
    }

    private Optional<String> kind(KeptFile itself) {
        return switch (itself.kind()) {
            case FILE, FOLDER -> Optional.empty();
            case LINK -> Optional.of(file + " is a link; links are neither followed nor deleted");
            case OTHER -> Optional.of(file + " is a device, a pipe or a socket");
        };
    }

    private Optional<String> each(List<KeptFile> found) {
        return found.stream()
                .map(each -> each.path().isEmpty() ? file : file.resolve(each.path()))
                .map(path -> FilePermissions.mayDelete(path, writable))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> size(List<KeptFile> found) {
        if (count != null) {
            return count == found.size()
                    ? Optional.empty()
                    : Optional.of(file + " is " + words(found) + ", not " + count + " things");
        }
        return found.size() <= MOST_FILES && bytes(found) <= MOST_BYTES
                ? Optional.empty()
                : Optional.of(file + " is " + words(found) + ". More than " + MOST_FILES + " things or " + MOST_BYTES
                        + " bytes only go when count says exactly how many things they are");
    }

    static String words(List<KeptFile> found) {
        return found.size() + (found.size() == 1 ? " thing, " : " things, ") + bytes(found) + " bytes";
    }

    private static long bytes(List<KeptFile> found) {
        return found.stream().mapToLong(KeptFile::size).sum();
    }
}
