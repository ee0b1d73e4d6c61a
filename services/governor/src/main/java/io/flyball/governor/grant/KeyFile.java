package io.flyball.governor.grant;

import io.flyball.schemas.grant.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file with the signing key, which only its owner can read (mode 600). */
final class KeyFile {
    private KeyFile() {}

    /**
     * Reads the key; makes one if there is none yet. Several governors may do so at once and have the same one then.
     *
     * @throws IllegalStateException if the file can neither be read nor made, or holds no key
     */
    static SigningKey readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return SigningKey.of(Files.readString(file));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the key that signs grants cannot be used: " + file + ": " + e.getMessage()
                            + "; set flyball.governor.grants.key-file to a file that the governor may write, or that holds a key",
                    e);
        }
    }

    private static void create(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path complete = Files.createTempFile(
                folder, "key", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(complete, SigningKey.fresh().text(), StandardOpenOption.WRITE);
        try {
            // A link fails where another governor was first, so that all read the same complete key.
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.delete(complete);
        }
    }
}
