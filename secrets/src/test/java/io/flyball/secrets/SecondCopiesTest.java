package io.flyball.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class SecondCopiesTest {
    private static final SecretFilter FILTER = new SecretFilter(new byte[] {7});
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[secret:[a-z0-9-]+#[0-9]{1,4}]");

    private static Path field() {
        String folder = System.getProperty("FLYBALL_SHARED_DATA", System.getenv("FLYBALL_SHARED_DATA"));
        return Path.of(folder == null ? "." : folder, "field/F17-second-copy.txt");
    }

    static boolean fieldIsThere() {
        return Files.exists(field());
    }

    @Test
    @DisplayName("SEC-5 a value that was recognised once is gone before and after that place, under one name")
    void everywhere() {
        String text = """
                trying Harrier-9-wren for billing
                url=mysql://billing:Harrier-9-wren@db7/billing
                {"material":"Harrier-9-wren"}
                """;

        String clean = FILTER.filter("run", text).text();

        assertThat(clean).doesNotContain("Harrier").contains("trying [secret:").contains("material\":\"[secret:");
        assertThat(PLACEHOLDER
                        .matcher(clean)
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .hasSize(1);
    }

    @Test
    @DisplayName("SEC-5 short, empty and plain words lead to no replacing elsewhere")
    void wordsStay() {
        String tail = "\nthe shop sells; shop-1 is up; password of billing: see the wiki; orders wait";
        String text = "a=redis://:@c b=postgres://shop:shop@db/shop c=postgres://x:orders@db" + tail;

        assertThat(FILTER.filter("run", text).text()).endsWith(tail);
    }

    @Test
    @DisplayName("SEC-5 texts of one result are one: what the error gives away is gone in the output")
    void acrossTexts() {
        List<Filtered> filtered =
                FILTER.filter("run", List.of("said Harrier-9-wren", "cannot reach pg://b:Harrier-9-wren@db"));

        assertThat(filtered).allSatisfy(one -> assertThat(one.text()).doesNotContain("Harrier"));
    }

    @Test
    @EnabledIf("fieldIsThere")
    @DisplayName("SEC-1 SEC-5 field case F17: no copy is left, line 6 stays, twice is once")
    void fieldCase() throws IOException {
        String text = Files.readString(field());

        String clean = FILTER.filter("run", text).text();

        assertThat(clean).doesNotContain("Kestrel-4471-plover");
        assertThat(PLACEHOLDER
                        .matcher(clean)
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(clean.lines().toList().get(5))
                .isEqualTo(text.lines().toList().get(5));
        assertThat(FILTER.filter("run", clean).text()).isEqualTo(clean);
    }
}
