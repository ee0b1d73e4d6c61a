package io.flyball.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    @DisplayName("APR-1 what cannot be seen, or turns text around, is written out")
    void deceptiveCharacters() {
        assertThat(Visible.line("rm \u202Etxt.elif")).isEqualTo("rm \\u202etxt.elif");
        assertThat(Visible.line("a\nb\tc\u0007\u001b[31m")).isEqualTo("a\\u000ab\\u0009c\\u0007\\u001b[31m");
        assertThat(Visible.lines("a\r\nb\tc\u2028d\u200b")).isEqualTo("a\nb\tc\\u2028d\\u200b");
        assertThat(Visible.line("Grüße 東京 \uD83D\uDE80")).isEqualTo("Grüße 東京 \uD83D\uDE80");
    }
}
