package io.flyball.files.trash;

import io.flyball.files.Folder;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A folder named {@value #NAME} with one folder for each entry: {@code manifest.json} and {@code content}. Only its owner may
 * enter it. The manifest is on the disk before anything is taken away.
 *
 * @param home the folder, which is made when it is first needed
 * @param keep how long an entry is kept at least
 */
public record Trash(Path home, Duration keep) {
    /** By this name it is protected from every agent, wherever it lies. */
    public static final String NAME = "flyball-trash";

    static final String CONTENT = "content";

    public Trash {
        if (!home.endsWith(NAME) || !home.isAbsolute()) {
            throw new IllegalArgumentException("the trash must be an absolute path that ends with " + NAME);
        }
    }

    /**
     * Takes something away.
     *
     * @return the entry's manifest
     * @throws IOException if it could not be put away; what is not said to have changed lies where it lay
     */
    public Manifest put(Folder folder, String name, Manifest.By by, Instant at) throws IOException {
        Manifest manifest = manifest(folder, name, Manifest.Why.DELETED, by, at);
        try (Folder entry = begin(manifest)) {
            take(folder, name, entry, manifest);
            return manifest;
        } catch (IOException e) {
            forgetWithoutContent(manifest.id());
            throw e;
        }
    }

    /** Keeps what stands there now, which is about to be replaced. */
    public Manifest keepCopy(Folder folder, String name, Manifest.By by, Instant at) throws IOException {
        Manifest manifest = manifest(folder, name, Manifest.Why.REPLACED, by, at);
        try (Folder entry = begin(manifest)) {
            new Copy().copy(folder, name, entry, CONTENT);
            return manifest;
        } catch (IOException e) {
            forget(manifest.id());
            throw e;
        }
    }

    private Manifest manifest(Folder folder, String name, Manifest.Why why, Manifest.By by, Instant at)
            throws IOException {
        List<KeptFile> files = Survey.hashed(folder, name);
        String path = folder.path().resolve(name).toString();
        return new Manifest(Manifest.VERSION, Entries.freeId(this, by, at), why, by, path, at, at.plus(keep), files);
    }

    private Folder begin(Manifest manifest) throws IOException {
        makePrivate(home);
        Path entry = home.resolve(manifest.id());
        makePrivate(entry);
        Folder folder = Folder.open(entry.toRealPath());
        Entries.write(folder, manifest);
        return folder;
    }

    private static void makePrivate(Path folder) throws IOException {
        try {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** What was moved is looked at again: it is put back if it is not what was looked at before. */
    private static void take(Folder folder, String name, Folder entry, Manifest manifest) throws IOException {
        try {
            folder.move(name, entry, CONTENT);
        } catch (AtomicMoveNotSupportedException _) {
            takeByCopy(folder, name, entry, manifest);
            return;
        }
        if (!Survey.same(manifest.files(), Survey.of(entry, CONTENT))) {
            putBack(folder, name, entry);
            throw new IOException(folder.path().resolve(name) + " changed while it was put away; it was put back");
        }
    }

    private static void putBack(Folder folder, String name, Folder entry) throws IOException {
        if (folder.look(name).isPresent()) {
            throw new IOException(folder.path().resolve(name)
                    + " was changed by somebody else meanwhile; what was there lies in the trash as "
                    + entry.path().getFileName());
        }
        entry.move(CONTENT, folder, name);
    }

    private static void takeByCopy(Folder folder, String name, Folder entry, Manifest manifest) throws IOException {
        new Copy().copy(folder, name, entry, CONTENT);
        if (!Survey.same(manifest.files(), Survey.of(folder, name))) {
            Removal.all(entry, CONTENT);
            throw new IOException(folder.path().resolve(name) + " changed while it was copied, so it was left there");
        }
        Removal.copied(folder, name, manifest.files());
    }

    /** Entries and folders that cannot be understood. */
    public Entries.Listing list() throws IOException {
        return Entries.list(this);
    }

    /**
     * Puts an entry's content back where it was and takes the entry away.
     *
     * @param force put what stands there now into the trash first, instead of refusing
     * @throws FileAlreadyExistsException if something stands there
     */
    public Restored restore(String id, boolean force, Instant now) throws IOException {
        return Restoring.of(this, id, force, now);
    }

    /**
     * What came of it.
     *
     * @param notGiven rights that could not be given back; empty if all were
     */
    public record Restored(Manifest manifest, String notGiven) {}

    /** Takes an entry away for good. */
    public void forget(String id) throws IOException {
        try (Folder folder = Folder.open(home.toRealPath())) {
            Removal.all(folder, id);
        }
    }

    private void forgetWithoutContent(String id) throws IOException {
        if (!Files.exists(home.resolve(id).resolve(CONTENT))) {
            forget(id);
        }
    }
}
