package io.flyball.drills.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-6 faults are folders, in whatever place")
class FaultsTest {
    private static final Path SHIPPED = Path.of("../faults");

    @TempDir
    Path folder;

    private void fault(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(name)).resolve("fault.yaml"), text);
    }

    @Test
    @DisplayName("at least 24 come with Flyball; each has its scripts and a cause of the published list")
    void shipped() throws IOException {
        List<Fault> faults = new Faults(SHIPPED).named(List.of("all"), 1);
        String causes = Files.readString(Path.of("../docs/reference/causes.md"));

        assertThat(faults).hasSizeGreaterThanOrEqualTo(24);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(SHIPPED.resolve(fault.name()).resolve("inject")).isExecutable();
            assertThat(SHIPPED.resolve(fault.name()).resolve("check")).isExecutable();
            assertThat(fault.expects())
                    .allSatisfy(
                            each -> assertThat(causes).contains("| " + each.component() + " | " + each.kind() + " |"));
        });
    }

    @Test
    @DisplayName("the order follows from the seed")
    void order() {
        List<Fault> some = new Faults(SHIPPED).named(List.of("all"), 1);

        assertThat(new Faults(SHIPPED).named(List.of("all"), 1)).isEqualTo(some);
        assertThat(new Faults(SHIPPED).named(List.of("all"), 2))
                .isNotEqualTo(some)
                .hasSameElementsAs(some);
    }

    @Test
    @DisplayName("what they allow are patterns")
    void allows() throws IOException {
        fault(
                "one",
                "name: one\nexpects: {component: process, kind: dead}\nalert: {name: A, service: s, summary: x}\nallows: ['process:till:*']\n");
        Fault one = new Faults(folder).named(List.of("one"), 1).getFirst();

        assertThat(one.allows("process:till:77")).isTrue();
        assertThat(one.allows("process:web:77")).isFalse();
        assertThat(one.allows("xprocess:till:77")).isFalse();
    }

    @Test
    @DisplayName("CASE-6 two at once are expected both, and no other")
    void two() throws IOException {
        fault(
                "two",
                "name: two\nexpects: [{component: process, kind: dead}, {component: cache, kind: down}]\nalert: {name: A, service: s, summary: x}\n");
        assertThat(new Faults(folder).named(List.of("two"), 1).getFirst().expected())
                .isEqualTo("cache/down process/dead");
    }

    @Test
    @DisplayName("a mistake is told with its file")
    void mistakes() throws IOException {
        fault(
                "one",
                "name: two\nexpects: {component: process, kind: dead}\nalert: {name: A, service: s, summary: x}\n");
        refused("one", "its name is that of its folder");
        fault("two", "name: two\nexpects: {component: process, kind: dead}\n");
        refused("two", "no alert.json beside it");
        fault(
                "three",
                "name: three\ncolour: red\nexpects: {component: process, kind: dead}\nalert: {name: A, service: s, summary: x}\n");
        refused("three", "colour");
        refused("four", "there is no fault four");
        fault("five", "name: five\nexpects:\nalert: {name: A, service: s, summary: x}\n");
        refused("five", "names no component and kind");
        fault("six", "name: six\nexpects: [{component: process}]\nalert: {name: A, service: s, summary: x}\n");
        refused("six", "kind");
        fault("seven", "");
        refused("seven", "seven");
    }

    private void refused(String name, String why) {
        assertThatThrownBy(() -> new Faults(folder).named(List.of(name), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("nothing that an agent can see names a fault")
    void noName() throws IOException {
        try (var files = Files.walk(SHIPPED.resolve("stage"))) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                assertThat(Objects.requireNonNull(file.getFileName()).toString())
                        .doesNotContainIgnoringCase("fault")
                        .doesNotContainIgnoringCase("chaos");
            }
        }
    }
}
