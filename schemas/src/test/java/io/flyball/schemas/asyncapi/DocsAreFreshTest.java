package io.flyball.schemas.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CON-5 the documents are those that the schemas and the catalogue give")
class DocsAreFreshTest {

    private static final Map<String, String> DRAWN = DrawDocs.draw(Path.of(""));

    static Stream<Arguments> drawn() {
        return DRAWN.entrySet().stream().map(page -> Arguments.of(page.getKey(), page.getValue()));
    }

    @ParameterizedTest(name = "docs/{0}")
    @MethodSource("drawn")
    void theCommittedFileIsFresh(String page, String drawn) throws IOException {
        Path committed = Path.of("../docs").resolve(page);

        assertThat(committed).exists();
        assertThat(Files.readString(committed).equals(drawn))
                .as("docs/%s is stale; redraw it: mvn -q -pl schemas compile exec:exec@draw-docs", page)
                .isTrue();
    }
}
