package io.flyball.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("WEB-5 the page's own files")
class PageFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/flyball/console/page");

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("assets"))) {
            return files.filter(file -> file.toString().endsWith(".js")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    @DisplayName("WEB-5 no script turns text into markup or code")
    void textStaysText(Path script) throws IOException {
        assertThat(Files.readString(script))
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|srcdoc");
    }

    @Test
    @DisplayName("WEB-5 no inline script, style or handler")
    void nothingInline() throws IOException {
        String page = Files.readString(FOLDER.resolve("index.html"));
        assertThat(page).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("<style");
        assertThat(page).doesNotContainPattern("\\son\\w+=|\\sstyle=|javascript:");
    }

    @Test
    @DisplayName("WEB-4 every input has a label and every dialog a name")
    void inputsAreLabelled() throws IOException {
        String page = Files.readString(FOLDER.resolve("index.html"));
        assertThat(ids(page, "<input id=\"([^\"]+)\"")).isNotEmpty().isSubsetOf(ids(page, "<label for=\"([^\"]+)\""));
        assertThat(page.split("<dialog").length - 1).isEqualTo(page.split("<dialog[^>]*aria-labelledby").length - 1);
        assertThat(page).contains("<html lang=\"en\">");
    }

    private static List<String> ids(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @DisplayName("WEB-4 text has a contrast of at least 4.5, light and dark")
    @CsvSource({
        "ink, paper",
        "ink, surface",
        "ink, sunken",
        "quiet, paper",
        "quiet, surface",
        "accent, surface",
        "accent, paper",
        "on-accent, accent",
        "on-stop, stop",
        "good, good-soft",
        "warn, warn-soft",
        "bad, bad-soft",
        "busy, busy-soft",
        "bad, surface",
        "warn, surface",
        "surface, bad",
        "surface, warn"
    })
    void contrast(String text, String ground) throws IOException {
        String css = Files.readString(FOLDER.resolve("assets/base.css"));
        int dark = css.indexOf("prefers-color-scheme: dark");
        for (String theme : List.of(css.substring(0, dark), css.substring(dark))) {
            Map<String, String> colours = colours(theme);
            assertThat(ratio(colours.get(text), colours.get(ground))).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new TreeMap<>();
        Matcher matcher = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});").matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    /** As WCAG 2.2 computes it. */
    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
