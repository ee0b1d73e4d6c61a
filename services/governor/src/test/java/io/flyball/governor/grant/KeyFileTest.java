package io.flyball.governor.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.flyball.schemas.grant.SigningKey;
import io.flyball.schemas.grant.VerifyingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("GOV-15 the signing key is made once, for its owner alone, and is the same from then on")
    void madeOnce() throws IOException {
        Path file = folder.resolve("grants/signing.key");

        SigningKey made = KeyFile.readOrCreate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.readOrCreate(file).verifying()).isEqualTo(made.verifying());
    }

    @Test
    @DisplayName("GOV-15 governors that start at once have the same key")
    void together() {
        Path file = folder.resolve("signing.key");
        Set<String> ids = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 16)
                .parallel()
                .forEach(_ -> ids.add(KeyFile.readOrCreate(file).verifying().id()));

        assertThat(ids).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("signing.key");
    }

    @Test
    @DisplayName("GOV-15 a file that holds no key is refused with what to do, and stays as it is")
    void noKey() throws IOException {
        Path file = Files.writeString(folder.resolve("signing.key"), "nonsense");

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyFile.readOrCreate(file))
                .withMessageContaining("flyball.governor.grants.key-file");
        assertThat(file).hasContent("nonsense");
    }

    @Test
    @DisplayName("GOV-15 a new key is added to the list, the old one stays, and nothing is added twice")
    void rotation() throws IOException {
        Path list = folder.resolve("grants/verifying.keys");
        SigningKey old = SigningKey.fresh();
        SigningKey next = SigningKey.fresh();

        PublicKeys.tell(list, old.verifying());
        PublicKeys.tell(list, next.verifying());
        PublicKeys.tell(list, next.verifying());

        VerifyingKeys told = VerifyingKeys.of(Files.readString(list));
        assertThat(told.knows(old.verifying().id())).isTrue();
        assertThat(told.knows(next.verifying().id())).isTrue();
        assertThat(Files.readAllLines(list)).hasSize(4);
    }

    @Test
    @DisplayName("GOV-15 a governor whose key executors would not believe does not start")
    void cannotTell() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatIllegalStateException()
                .isThrownBy(() -> PublicKeys.tell(
                        file.resolve("verifying.keys"), SigningKey.fresh().verifying()))
                .withMessageContaining("add the line");
    }
}
