package io.flyball.files.trash;

import io.flyball.files.Folder;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** Puts things back where they were. */
final class Restoring {
    private Restoring() {}

    static Trash.Restored of(Trash trash, String id, boolean force, Instant now) throws IOException {
        try (Folder home = Folder.open(trash.home().toRealPath());
                Folder entry = home.folder(id)) {
            Manifest manifest = Entries.read(entry);
            Path path = Path.of(manifest.path());
            String name = Objects.requireNonNull(path.getFileName()).toString();
            try (Folder folder = Folder.around(path)) {
                makeRoom(trash, folder, name, force, now);
                String notGiven = putBack(entry, manifest, folder, name);
                Removal.all(home, id);
                return new Trash.Restored(manifest, notGiven);
            }
        }
    }

    private static void makeRoom(Trash trash, Folder folder, String name, boolean force, Instant now)
            throws IOException {
        if (folder.look(name).isEmpty()) {
            return;
        }
        if (!force) {
            throw new FileAlreadyExistsException(folder.path().resolve(name).toString());
        }
        trash.put(folder, name, new Manifest.By("", "", "flyball trash restore", ""), now);
    }

    /** A file is copied, as only that never overwrites what somebody else has just put there. */
    private static String putBack(Folder entry, Manifest manifest, Folder folder, String name) throws IOException {
        if (manifest.files().getFirst().kind() != KeptFile.Kind.FILE) {
            try {
                entry.move(Trash.CONTENT, folder, name);
                return "";
            } catch (AtomicMoveNotSupportedException _) {
                // It lies on another file system, where only a copy gets to.
            }
        }
        Copy copy = new Copy();
        copy.copy(entry, Trash.CONTENT, folder, name);
        return copy.notGiven();
    }
}
