package io.flyball.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.Messages;
import io.flyball.notifier.delivery.Answer;
import io.flyball.notifier.message.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogChannelTest {

    @Test
    @DisplayName("NTF-1 the log takes every message, and no message can write a line of its own into it")
    void oneEntry() {
        var message = Messages.of(Kind.CLOSING, "info", "t", "first\n2026-11-21 ERROR all is lost");

        assertThat(LogChannel.text(message).lines().skip(1)).allMatch(line -> line.startsWith("    "));
        assertThat(new LogChannel().send(message)).isCompletedWithValue(new Answer.Accepted("written"));
    }

    @Test
    void longBodiesPointToTheConsole() {
        assertThat(LogChannel.text(Messages.of(Kind.CLOSING, "info", "t", "x".repeat(10_000))))
                .hasSizeLessThan(4_500)
                .contains("cut here; all of it is in the console: http://127.0.0.1:7400/#/runs/run-1");
    }
}
