package io.flyball.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flyball.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
    @TempDir
    Path folder;

    @Test
    void factsReplaceTheirPlacesAndAreNotReadAgain() throws IOException {
        Template template = Template.load(file("Hello {{ who }}\n\n{{what}}, {{who}}!\n"), Set.of("who", "what"));

        assertThat(template.fill(Map.of("who", "{{what}} $1", "what", "bye")))
                .isEqualTo(new Template.Filled("Hello {{what}} $1", "bye, {{what}} $1!"));
    }

    @Test
    @DisplayName("NTF-7 a mistake in a template is told with file and line")
    void mistakes() {
        assertThatThrownBy(() -> Template.load(file("T\n\na\n{{oops}}\n"), Set.of("who")))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("notice.md:4")
                .hasMessageContaining("{{oops}}")
                .hasMessageContaining("who");
        assertThatThrownBy(() -> Template.load(file("T\nbody\n"), Set.of())).hasMessageContaining("notice.md:1");
        assertThatThrownBy(() -> Template.load(folder.resolve("none.md"), Set.of()))
                .hasMessageContaining("none.md");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("notice.md"), text);
    }
}
