package io.flyball.toolexecutor.files;

import io.flyball.files.Folder;
import io.flyball.files.trash.Manifest;
import io.flyball.files.trash.Trash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A file whose old versions are kept in the trash. Everything is done in its folder, held open: a link that takes the place of
 * the file or of a folder on its way is not followed.
 *
 * @param path the file itself, behind all links
 * @param trash where the old version goes
 */
record VersionedFile(Path path, Trash trash) {
    private static final int SHOWN_WHOLE = 2_000;

    /** Contents above this are described by their size alone. */
    private static final long MOST_READ = 10_000_000;

    /**
     * What a replacement did.
     *
     * @param before the text before, or its size and hash where it is long
     * @param after likewise, after
     * @param howToUndo one sentence
     */
    record Replaced(String before, String after, String howToUndo) {}

    /**
     * Puts the new content in the file's place in one step; readers see the old file or the new one.
     *
     * @param by whose old version it is in the trash
     */
    Replaced replace(String content, Manifest.By by, Instant at) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (Folder folder = Folder.around(path)) {
            Optional<PosixFileAttributes> old = folder.look(name());
            if (old.isEmpty()) {
                moveIn(folder, bytes, old);
                return new Replaced(
                        "absent", state(bytes), "Wrote the new file " + path + ". To undo, delete it (safe_delete).");
            }
            if (!old.get().isRegularFile()) {
                throw new IOException("it is not a regular file");
            }
            String before = before(folder, old.get());
            Manifest kept = trash.keepCopy(folder, name(), by, at);
            moveIn(folder, bytes, old);
            return new Replaced(
                    before,
                    state(bytes),
                    "Wrote " + path + ". The old version is kept until " + kept.keptUntil()
                            + "; to undo: flyball trash restore " + kept.id() + " --force");
        }
    }

    private String before(Folder folder, PosixFileAttributes old) throws IOException {
        if (old.size() > MOST_READ) {
            return old.size() + " bytes";
        }
        try (SeekableByteChannel in = folder.read(name())) {
            return state(Channels.newInputStream(in).readAllBytes());
        }
    }

    private void moveIn(Folder folder, byte[] bytes, Optional<PosixFileAttributes> old) throws IOException {
        String fresh = "." + name() + "." + UUID.randomUUID() + ".new";
        try {
            write(folder, fresh, bytes);
            if (old.isPresent()) {
                folder.view(fresh).setPermissions(old.get().permissions());
            }
            folder.move(fresh, folder, name());
        } finally {
            if (folder.look(fresh).isPresent()) {
                folder.delete(fresh);
            }
        }
    }

    private static void write(Folder folder, String fresh, byte[] bytes) throws IOException {
        try (SeekableByteChannel out = folder.create(fresh, PosixFilePermissions.fromString("rw-------"));
                OutputStream stream = Channels.newOutputStream(out)) {
            stream.write(bytes);
            if (out instanceof FileChannel disk) {
                disk.force(true);
            }
        }
    }

    private String name() {
        return Objects.requireNonNull(path.getFileName(), "a file has a name").toString();
    }

    private static String state(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.length() <= SHOWN_WHOLE ? text : bytes.length + " bytes, sha256:" + sha256(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
