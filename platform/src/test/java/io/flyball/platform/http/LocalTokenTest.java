package io.flyball.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokenTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("WEB-5 the token is made once, is long, and only its owner can read it")
    void madeOnce() throws Exception {
        Path file = directory.resolve("new/token");
        LocalToken token = LocalToken.readOrCreate(file);

        assertThat(token.value()).hasSizeGreaterThan(40);
        assertThat(LocalToken.readOrCreate(file).value()).isEqualTo(token.value());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(token.matches(token.value())).isTrue();
        assertThat(token.matches(token.value() + "x")).isFalse();
        assertThat(token.matches("")).isFalse();
    }

    @Test
    @DisplayName("WEB-5 services that start at once share one token")
    void racesEndInOneToken() {
        Path file = directory.resolve("token");
        Set<String> values = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 32)
                .parallel()
                .forEach(_ -> values.add(LocalToken.readOrCreate(file).value()));
        assertThat(values).hasSize(1);
    }
}
