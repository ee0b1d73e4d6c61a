package io.flyball.console.audit;

import io.flyball.console.door.Refusal;
import io.flyball.schemas.audit.SealKeyFile;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.springframework.stereotype.Component;

/** The key that signs the seals of exports. */
@Component
final class SealKey {
    private final SealKeyFile file;

    SealKey(AuditProperties properties) {
        this.file = new SealKeyFile(properties.keyFile());
    }

    /**
     * The key, made if there is none.
     *
     * @throws Refusal if the file can neither be read nor written
     */
    KeyPair pair() {
        try {
            return file.pair();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Refusal.unavailable(
                    "The key that seals exports cannot be used: " + e
                            + ". Set flyball.console.audit.key-file to a file that the console may write, or that holds a key.");
        }
    }
}
