package io.flyball.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases of this project's own: {@code secrets.txt} must go, {@code clean.txt} must stay. */
class SecretCasesTest {
    private static final SecretFilter FILTER = new SecretFilter(new byte[] {7});
    private static final Pattern MARKED = Pattern.compile("«([^»]*)»");

    static Stream<String> secrets() throws IOException {
        return lines("secrets.txt");
    }

    static Stream<String> clean() throws IOException {
        return lines("clean.txt");
    }

    private static Stream<String> lines(String name) throws IOException {
        try (InputStream in = SecretCasesTest.class.getResourceAsStream("/cases/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "));
        }
    }

    private static String text(String line) {
        return line.replace("«", "").replace("»", "").replace("\\n", "\n");
    }

    @ParameterizedTest(name = "SEC-1 SEC-5 goes: {0}")
    @MethodSource("secrets")
    void goes(String line) {
        List<String> values = MARKED.matcher(line)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        String filtered = FILTER.filter("run", text(line)).text();

        assertThat(values).isNotEmpty().noneMatch(filtered::contains);
        assertThat(FILTER.filter("run", filtered).text()).isEqualTo(filtered);
    }

    @ParameterizedTest(name = "SEC-2 stays: {0}")
    @MethodSource("clean")
    void stays(String line) {
        assertThat(FILTER.filter("run", line).text()).isEqualTo(line);
    }

    @Test
    @DisplayName("SEC-2 filtering twice changes nothing, whatever stands beside what")
    void twiceIsOnce() throws IOException {
        List<String> all =
                Stream.concat(secrets().map(SecretCasesTest::text), clean()).toList();
        long seed = 20_261_127;
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String text = String.join(
                    random.nextBoolean() ? "\n" : " ",
                    random.ints(3, 0, all.size()).mapToObj(all::get).toList());
            String once = FILTER.filter("run", text).text();
            assertThat(FILTER.filter("run", once).text())
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(once);
        }
    }
}
