package io.flyball.console.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

@DisplayName("SCY-1 people and roles")
class PersonTest {
    private static final String HASH = "a".repeat(64);

    @Test
    void aLineNamesHashAndRoles() {
        assertThat(Person.of("ann " + HASH + " approver@staging operator"))
                .isEqualTo(new Person(
                        "ann", HASH, List.of(new RoleIn(Role.APPROVER, "staging"), new RoleIn(Role.OPERATOR, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "ann token viewer", "an/n " + "HASH" + " viewer", "ann HASH", "ann HASH root"})
    void anotherLineIsRefused(String line) {
        assertThatThrownBy(() -> Person.of(line.replace("HASH", HASH))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("SCY-4 of a file with a broken line nobody comes in, rather than some")
    void brokenFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("people"), "ann " + HASH + " viewer\nnonsense\n");
        assertThat(new People(file).byHash(HASH)).isEmpty();
        assertThat(new People(folder.resolve("none")).byHash(HASH)).isEmpty();
    }

    @Test
    @DisplayName("SCY-4 a token that two lines claim opens nothing; one person may have two tokens with other roles")
    void twoTokens(@TempDir Path folder) throws Exception {
        String other = "b".repeat(64);
        Path file = folder.resolve("people");
        Files.writeString(file, "ann " + HASH + " admin\nben " + HASH + " viewer\n");
        assertThat(new People(file).byHash(HASH)).isEmpty();

        Files.writeString(file, "ann " + HASH + " admin\nann " + other + " viewer\n");
        assertThat(new People(file).byHash(other).orElseThrow().roles()).containsExactly(new RoleIn(Role.VIEWER, null));
    }

    @Test
    @DisplayName("SCY-1 an address that nobody thought of needs an admin")
    void unknownAddress() {
        assertThat(RoleFilter.wanted(HttpMethod.POST, "/api/new")).containsExactly(Role.ADMIN);
        assertThat(RoleFilter.wanted(HttpMethod.DELETE, "/api/runs")).containsExactly(Role.ADMIN);
    }

    @Test
    @DisplayName("SCY-4 who has a name of their own acts in no other")
    void by() {
        Caller ann = Caller.of(new Person("ann", HASH, List.of()), "api");
        assertThat(ann.by(Optional.of("boss"))).isEqualTo("ann");
        assertThat(Caller.local("local", "api").by(Optional.of("cleo"))).isEqualTo("cleo");
    }
}
