package io.flyball.planner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTextTest {

    @ParameterizedTest
    @DisplayName("CTX-6 what nobody sees is taken out")
    @ValueSource(
            ints = {
                0x00, 0x08, 0x0B, 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x200E, 0x2028, 0x202E, 0x2060, 0x2066, 0xFEFF,
                0xFE0F, 0xE0041, 0xE0101, 0xE000, 0x3164, 0x2800
            })
    void invisibleCharacters(int codePoint) {
        assertThat(OutsideText.visible("a" + Character.toString(codePoint) + "b"))
                .isEqualTo("ab");
    }

    @ParameterizedTest
    @DisplayName("CTX-6 terminal sequences go whole, text of every script stays")
    @CsvSource({"'\u001B[31mred\u001B[0m',red", "'\u001B]0;title\u0007x',x", "Größe,Größe", "日本語,日本語", "😀,😀"})
    void terminalSequencesAndScripts(String text, String seen) {
        assertThat(OutsideText.visible(text)).isEqualTo(seen);
    }

    @Test
    @DisplayName("CTX-6 line breaks and tabs stay; a lone surrogate does not")
    void lineBreaks() {
        assertThat(OutsideText.visible("a\r\nb\tc\uD800d")).isEqualTo("a\nb\tcd");
    }

    @Test
    void excerptsSayWhatIsMissingAndCutNoCharacterInTwo() {
        assertThat(OutsideText.excerpt("abcdef", 4)).isEqualTo("abcd… (2 characters more)");
        assertThat(OutsideText.excerpt("ab😀cd", 3)).isEqualTo("ab… (4 characters more)");
        assertThat(OutsideText.excerpt("abc", 3)).isEqualTo("abc");
    }
}
