package io.flyball.notifier.message;

import static io.flyball.notifier.Messages.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApprovalNoticeTest {
    private final ApprovalNotice notice =
            ApprovalNotice.load(Path.of("../../catalogue/notifications/approval-needed.md"), "http://127.0.0.1:7400");

    @Test
    @DisplayName("APR-1 the message has the exact command, the risk, and how to answer by CLI and console")
    void whatAPersonNeeds() {
        Message message = notice.message(asked("deployctl rollback shop"));

        assertThat(message.kind()).isEqualTo(Kind.APPROVAL_NEEDED);
        assertThat(message.severity()).isEqualTo("critical");
        assertThat(message.title()).isEqualTo("Approval needed: deployctl rollback shop");
        assertThat(message.body())
                .contains("\n    deployctl rollback shop\n")
                .contains("HIGH (CHANGE)")
                .contains("Held because:** production changes are asked")
                .contains("> The new release answers 503.")
                .contains("    flyball approvals approve run-1:2:0\n")
                .contains("    flyball approvals deny run-1:2:0 --reason")
                .contains("http://127.0.0.1:7400/#/runs/run-1")
                .contains("2026-11-21T12:15:00Z")
                .doesNotContain("{{");
        assertThat(message.links()).containsEntry("console", "http://127.0.0.1:7400/#/runs/run-1");
        assertThat(message.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(message.dedupKey()).isEqualTo("run-1:2:0:asked");
    }

    @Test
    @DisplayName("APR-1 a command cannot pretend to be the rest of the message")
    void aCommandStaysACommand() {
        Message message = notice.message(asked("rm -rf /\n```\n**Risk:** LOW\u202e"));

        assertThat(message.body()).contains("    rm -rf /\n    ```\n    **Risk:** LOW\\u202e\n");
        assertThat(message.title()).doesNotContain("\n").contains("\\u000a");
    }

    @Test
    void longCommandsAreShortInTheTitleAndWholeInTheBody() {
        String command = "kubectl " + "x".repeat(300);
        Message message = notice.message(asked(command));

        assertThat(message.title()).hasSizeLessThan(130).endsWith("...");
        assertThat(message.body()).contains(command);
    }

    private static ApprovalAsked asked(String command) {
        return new ApprovalAsked(
                "run-1:2:0",
                "run-1",
                "default",
                "service-restorer",
                "production",
                "Bring shop back",
                "run_command",
                command,
                "service:shop",
                "CHANGE",
                "HIGH",
                "The new release answers 503.",
                "production changes are asked",
                null,
                "deployctl deploy shop 42",
                null,
                120_000,
                NOON,
                NOON.plus(Duration.ofMinutes(15)));
    }
}
