package io.flyball.console.audit;

import io.flyball.console.door.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/** The key that signs seals: two lines of base64, the public half (X.509) first, then the private one (PKCS #8). */
@Component
final class SealKey {
    private static final String ALGORITHM = "Ed25519";

    private final Path file;

    SealKey(AuditProperties properties) {
        this.file = properties.keyFile();
    }

    /**
     * The key, made if there is none.
     *
     * @throws Refusal if the file can neither be read nor written
     */
    synchronized KeyPair pair() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return read(Files.readAllLines(file));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Refusal.unavailable(
                    "The key that seals exports cannot be used: " + e
                            + ". Set flyball.console.audit.key-file to a file that the console may write, or that holds a key.");
        }
    }

    private void create() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
                file,
                List.of(
                        base64(pair.getPublic().getEncoded()),
                        base64(pair.getPrivate().getEncoded())));
    }

    private static KeyPair read(List<String> lines) throws GeneralSecurityException {
        if (lines.size() != 2) {
            throw new IllegalArgumentException("a key file has two lines, this one has " + lines.size());
        }
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getLast()))));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
