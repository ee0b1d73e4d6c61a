package io.flyball.governor.policyfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFilesTest {
    @TempDir
    Path directory;

    private final String good = """
            name: production
            purpose: careful
            auto:
              - operations: [read]
                reason: looking
            """;

    @ParameterizedTest
    @MethodSource("mistakes")
    @DisplayName("GOV-4 a mistake is told with file, line and reason")
    void mistakes(String file, String text, String where, String why) throws IOException {
        write(file, text);
        assertThatThrownBy(() -> files().policy())
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining(where)
                .hasMessageContaining(why);
    }

    static Stream<Arguments> mistakes() {
        String profile = "name: p\npurpose: x\n";
        return Stream.of(
                Arguments.of("policies/p.yaml", profile + "allow: []\n", "p.yaml:3", "allow"),
                Arguments.of("policies/p.yaml", profile + "auto:\n  - {operations: [read]}\n", "p.yaml:4", "reason"),
                Arguments.of(
                        "policies/p.yaml",
                        profile + "auto:\n  - {operations: [], reason: x}\n",
                        "p.yaml:4",
                        "operations"),
                Arguments.of(
                        "policies/p.yaml",
                        profile + "auto:\n  - {operations: [a], reason: x}\nforbid:\n"
                                + "  - {operations: [a], reason: x, when: 'colour == 1'}\n",
                        "p.yaml:6",
                        "colour"),
                Arguments.of(
                        "policies/p.yaml",
                        profile + "auto:\n  - {operations: ['a b'], reason: x}\n",
                        "p.yaml:4",
                        "an operation is"),
                Arguments.of(
                        "policies/p.yaml",
                        profile + "auto:\n  - {operations: [a], reason: x, argv: ['*']}\n",
                        "p.yaml:4",
                        "name of a program"),
                Arguments.of(
                        "policies/p.yaml",
                        profile + "auto:\n  - operations: [a]\n    when: 'colour == 1'\n    reason: x\n"
                                + "  - operations: [b]\n    reason: x\n",
                        "p.yaml:5",
                        "colour"),
                Arguments.of("policies/p.yaml", "name: Production\npurpose: x\n", "p.yaml:", "lower case"),
                Arguments.of("policies/p.yaml", "name: [p\n", "p.yaml:", ""),
                Arguments.of("policies/p.yaml", "", "p.yaml", ""),
                Arguments.of(
                        "policies/risk/r.yaml",
                        "name: r\nrules:\n  - {risk: HUGE, operations: [a]}\n",
                        "r.yaml:3",
                        "HUGE"));
    }

    @Test
    void twoProfilesOfOneNameAreAMistake() throws IOException {
        write("policies/a.yaml", good);
        write("policies/b.yaml", good);
        assertThatThrownBy(() -> files().policy())
                .hasMessageContaining("production")
                .hasMessageContaining("taken");
    }

    @Test
    @DisplayName("GOV-12 a missing folder and an empty one say nothing")
    void missingAndEmptySayNothing() throws IOException {
        assertThat(files().policy().saysNothing()).isTrue();
        Files.createDirectories(directory.resolve("policies"));
        assertThat(files().policy().saysNothing()).isTrue();
    }

    @Test
    @DisplayName("GOV-4 the version is a hash over all policy files, and over nothing else")
    void theHashFollowsTheFiles() throws IOException {
        write("policies/production.yaml", good);
        String first = files().policy().hash();
        assertThat(first).matches("[0-9a-f]{64}").isEqualTo(files().policy().hash());

        write("policies/risk/r.yaml", "name: r\nrules: []\n");
        String second = files().policy().hash();
        assertThat(second).isNotEqualTo(first);

        write("policies/README.md", "not a policy");
        write("tools/t.yaml", "name: t");
        assertThat(files().policy().hash()).isEqualTo(second);

        Files.move(directory.resolve("policies/production.yaml"), directory.resolve("policies/renamed.yaml"));
        assertThat(files().policy().hash()).isNotEqualTo(second);
    }

    private PolicyFiles files() {
        return new PolicyFiles(directory);
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
