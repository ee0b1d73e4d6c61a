package io.flyball.schemas.audit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The file with the key that signs seals: two lines of base64, the public half (X.509) first, then the private one (PKCS #8). */
public final class SealKeyFile {
    private static final String ALGORITHM = "Ed25519";

    private final Path file;

    public SealKeyFile(Path file) {
        this.file = file;
    }

    /**
     * The key, made if there is none; several processes may do so at once and have the same one then.
     *
     * @throws IOException if the file can neither be read nor written
     * @throws GeneralSecurityException if it holds no key
     * @throws IllegalArgumentException if it has another shape
     */
    public synchronized KeyPair pair() throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            create();
        }
        String[] lines = Files.readString(file).strip().split("\\s+");
        if (lines.length != 2) {
            throw new IllegalArgumentException("a key file has two lines, this one has " + lines.length);
        }
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines[0]))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[1]))));
    }

    private void create() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path complete = Files.createTempFile(
                folder, "key", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    complete,
                    base64(pair.getPublic().getEncoded()) + "\n"
                            + base64(pair.getPrivate().getEncoded()) + "\n",
                    StandardOpenOption.WRITE);
            // A link fails where another one was first, so that all read the same complete key.
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException _) {
            return;
        } finally {
            Files.delete(complete);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
