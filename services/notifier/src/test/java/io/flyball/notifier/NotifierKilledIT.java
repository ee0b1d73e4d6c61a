package io.flyball.notifier;

import static io.flyball.notifier.Records.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeliveryStatus;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.NotificationReceipt;
import io.flyball.localstack.NeighbourKind;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
class NotifierKilledIT {
    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "NTF-2 a notifier that is killed (-9) goes on trying after its restart, and tells what was told no more")
    void goesOnAfterAKill(SharedNeighbours neighbours) throws Exception {
        try (var notifier = new NotifierUnderTest(neighbours, folder)) {
            Process first = notifier.startProcess("notifier-killed-it");
            try {
                notifier.awaitReady();
                notifier.send(Topics.NOTIFICATIONS, closing("told"));
                Await.that("the first is told")
                        .until(() -> notifier.receiptsFor("told").size() == 1);
                notifier.slack.replies(503, "");
                notifier.send(Topics.NOTIFICATIONS, closing("stuck"));
                Await.that("the second is tried").until(() -> attempts(notifier, "stuck") >= 2);
            } finally {
                first.destroyForcibly().waitFor();
            }
            notifier.slack.replies(200, "ok");
            int before = attempts(notifier, "stuck");
            notifier.send(Topics.NOTIFICATIONS, closing("told"));

            Process second = notifier.startProcess("notifier-killed-it");
            try {
                Await.that("it is told after all")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> notifier.receiptsFor("stuck").size() == 1);
                assertThat(notifier.receiptsFor("stuck").getFirst())
                        .extracting(NotificationReceipt::getStatus)
                        .isEqualTo(DeliveryStatus.DELIVERED);
                assertThat(attempts(notifier, "stuck")).isEqualTo(before + 1);
                notifier.send(Topics.NOTIFICATIONS, closing("last"));
                Await.that("the repeat is read")
                        .until(() -> notifier.receiptsFor("last").size() == 1);
                assertThat(attempts(notifier, "told")).isEqualTo(1);
            } finally {
                second.destroyForcibly().waitFor();
            }
            assertThat(Files.readString(notifier.log()))
                    .as("the address is secret")
                    .doesNotContain("XXXXsecretXXXX");
        }
    }

    private static io.flyball.contract.Notification closing(String id) {
        return notification(id, NotificationKind.CLOSING, Instant.now()).build();
    }

    private static int attempts(NotifierUnderTest notifier, String id) {
        return (int) notifier.slack.requests().stream()
                .filter(request -> request.body().contains("title of " + id))
                .count();
    }
}
