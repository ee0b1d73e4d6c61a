package io.flyball.platform.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The bearer token of a local installation, in a file that only its owner can read (mode 600). */
public final class LocalToken {
    private final byte[] token;

    private LocalToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the token; makes a new one if there is none yet. Several processes may do so at once. */
    public static LocalToken readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return new LocalToken(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or create the token file " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path complete = Files.createTempFile(
                parent,
                "token",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(complete, fresh + "\n", StandardOpenOption.WRITE);
        try {
            // A link fails where another process was first, so that both read the same complete token.
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.delete(complete);
        }
    }

    /** The token itself, for a client of the same user. */
    public String value() {
        return new String(token, StandardCharsets.UTF_8);
    }

    /** Whether that is the token, in a time that tells nothing about it. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(token, candidate.getBytes(StandardCharsets.UTF_8));
    }
}
