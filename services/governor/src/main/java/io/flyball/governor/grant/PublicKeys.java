package io.flyball.governor.grant;

import io.flyball.schemas.grant.VerifyingKey;
import io.flyball.schemas.grant.VerifyingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The list of public keys that executors believe. A key that is new is added; old ones stay until somebody takes them out. */
final class PublicKeys {
    private PublicKeys() {}

    /**
     * Sees to it that the key is on the list.
     *
     * @throws IllegalStateException if it is not and cannot be added: every grant would be refused
     */
    static void tell(Path file, VerifyingKey key) {
        try {
            String list = Files.exists(file) ? Files.readString(file) : "";
            if (!VerifyingKeys.of(list).knows(key.id())) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                String line = (list.isEmpty() || list.endsWith("\n") ? "" : "\n") + "# " + key.id() + "\n" + key.text()
                        + "\n";
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "executors would refuse every grant, as the key " + key.id() + " is not on their list " + file
                            + " and cannot be added: " + e.getMessage() + "; add the line " + key.text(),
                    e);
        }
    }
}
