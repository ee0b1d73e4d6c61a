package io.flyball.toolexecutor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

    @ParameterizedTest(name = "TOOL-6 head and tail of {0} characters")
    @ValueSource(ints = {0, 1, 9, 10, 11, 19, 20, 21, 39, 40, 41, 1_000})
    void keepsHeadAndTail(int length) {
        String text = text(length);
        Output output = taken(text, 10, new Random(length));

        assertThat(output.length()).isEqualTo(length);
        assertThat(output.head()).isEqualTo(text.substring(0, Math.min(10, length)));
        assertThat(output.tail()).isEqualTo(text.substring(Math.max(Math.min(10, length), length - 10)));
    }

    @Test
    @DisplayName("TOOL-6 what is shown names the whole length")
    void namesTheLength() {
        assertThat(taken(text(100), 10, new Random(1)).shown(8, UnaryOperator.identity()))
                .isEqualTo("abcd\n[... 92 of 100 characters left out ...]\nstuv");
    }

    @Test
    @DisplayName("SEC-1 the filter sees what stands around a cut")
    void filtersBeforeItCuts() {
        String text = "abcSECRETdef" + "-".repeat(100) + "ghiSECRETjkl";
        Output output = taken(text, 20, new Random(1));

        assertThat(output.shown(10, part -> part.replace("SECRET", "[]")))
                .startsWith("abc[]\n")
                .endsWith("\n[]jkl");
    }

    @Test
    @DisplayName("F09 a cut never splits a character")
    void wholeCharacters() {
        String head = "x".repeat(4_999) + "\uD83D\uDCA5" + "y".repeat(20_000);
        String tail = "y".repeat(20_000) + "\uD83D\uDCA5" + "x".repeat(4_999);

        for (String text : new String[] {head, tail}) {
            String shown = taken(text, 5_500, new Random(1)).shown(10_000, UnaryOperator.identity());
            assertThat(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(shown);
            assertThat(shown).contains(" of 25001 characters left out");
        }
    }

    @Test
    void shortOutputIsShownWhole() {
        assertThat(Output.of("hello").shown(10, UnaryOperator.identity())).isEqualTo("hello");
    }

    private static Output taken(String text, int each, Random chance) {
        HeadAndTail taker = new HeadAndTail(each);
        int at = 0;
        while (at < text.length()) {
            int count = Math.min(text.length() - at, 1 + chance.nextInt(25));
            taker.take(text.substring(at, at + count).toCharArray(), count);
            at += count;
        }
        return taker.output();
    }

    private static String text(int length) {
        return "abcdefghijklmnopqrstuvwxyz".repeat(length / 26 + 1).substring(0, length);
    }
}
