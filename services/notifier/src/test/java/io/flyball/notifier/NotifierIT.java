package io.flyball.notifier;

import static io.flyball.notifier.Records.approval;
import static io.flyball.notifier.Records.notification;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeliveryStatus;
import io.flyball.contract.NotificationKind;
import io.flyball.contract.NotificationReceipt;
import io.flyball.localstack.NeighbourKind;
import io.flyball.notifier.channel.Receiver;
import io.flyball.schemas.Topics;
import io.flyball.testkit.Await;
import io.flyball.testkit.SharedNeighbours;
import io.flyball.testkit.WithNeighbours;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@WithNeighbours({NeighbourKind.BROKER, NeighbourKind.REGISTRY, NeighbourKind.REDIS, NeighbourKind.TRACING})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifierIT {
    private NotifierUnderTest notifier;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(SharedNeighbours neighbours, @TempDir Path folder) throws Exception {
        notifier = new NotifierUnderTest(neighbours, folder);
        service = NotifierApplication.start(notifier.settings("notifier-it").toArray(String[]::new));
        notifier.awaitReady();
    }

    @BeforeEach
    void answersAgain() {
        notifier.slack.replies(200, "ok");
    }

    @AfterAll
    void stop() {
        service.close();
        notifier.close();
    }

    @Test
    @DisplayName("NTF-4 a briefing reaches Slack, has a receipt, and is a span in the run's trace, as Zipkin has it")
    void briefing() throws Exception {
        var sender = notifier.telemetry.inSpan("orchestrate RunOpened", SpanKind.PRODUCER, Context.root(), () -> {
            notifier.send(
                    Topics.NOTIFICATIONS,
                    notification("it:briefing", NotificationKind.BRIEFING, Instant.now())
                            .build());
            return Span.current().getSpanContext();
        });

        Await.that("the receipt")
                .until(() -> notifier.receiptsFor("it:briefing").size() == 1);
        assertThat(notifier.slack.requests()).anySatisfy(request -> {
            assertThat(request.body()).contains("title of it:briefing");
        });
        Await.that("Zipkin has the span")
                .until(() -> notifier.trace(sender.getTraceId()).contains("notify slack"));
        assertThat(notifier.trace(sender.getTraceId()))
                .contains("\"serviceName\":\"notifier\"")
                .contains("\"parentId\":\"" + sender.getSpanId() + "\"")
                .doesNotContain("XXXXsecretXXXX");
    }

    @Test
    @DisplayName("APR-1 an approval request reaches Slack with command and answer")
    void approvalRequest() throws Exception {
        notifier.send(
                Topics.APPROVAL_REQUESTS, approval("it-run:1:0", Instant.now()).build());

        Await.that("the request is told")
                .until(() -> notifier.receiptsFor("it-run:1:0:asked:request").size() == 1);
        assertThat(notifier.slack.requests())
                .anySatisfy(request -> assertThat(request.body())
                        .contains("deployctl rollback shop")
                        .contains("flyball approvals approve it-run:1:0"));
    }

    @Test
    @DisplayName("NTF-2 a channel that fails and then works has one receipt with its attempts")
    void retried() throws Exception {
        notifier.slack.replies(500, "");
        int before = notifier.slack.requests().size();
        notifier.send(
                Topics.NOTIFICATIONS,
                notification("it:retried", NotificationKind.CLOSING, Instant.now())
                        .build());
        Await.that("two attempts").until(() -> notifier.slack.requests().size() >= before + 2);
        assertThat(notifier.receiptsFor("it:retried")).isEmpty();
        notifier.slack.replies(200, "ok");

        Await.that("the receipt").until(() -> notifier.receiptsFor("it:retried").size() == 1);
        NotificationReceipt receipt = notifier.receiptsFor("it:retried").getFirst();
        assertThat(receipt.getStatus()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(receipt.getAttempts()).isGreaterThanOrEqualTo(3);
    }

    @Test
    @DisplayName("NTF-3 an emergency stop is told at once although Slack hangs under a hundred other messages")
    void stopOvertakes() throws Exception {
        notifier.slack.hangs();
        for (int i = 0; i < 100; i++) {
            notifier.send(
                    Topics.NOTIFICATIONS,
                    notification("it:busy" + i, NotificationKind.PROGRESS, Instant.now())
                            .build());
        }
        notifier.send(
                Topics.NOTIFICATIONS,
                notification("it:stop", NotificationKind.STOP, Instant.now())
                        .setSeverity("critical")
                        .build());

        Await.that("on call is told")
                .until(() -> notifier.oncall.requests().stream()
                        .anyMatch(request -> request.body().contains("it:stop")));
        Await.that("Slack was tried")
                .until(() -> notifier.slack.requests().stream()
                        .anyMatch(request -> request.body().contains("it:stop")));
        assertThat(notifier.slack.requests().stream()
                        .map(Receiver.Request::body)
                        .filter(body -> body.contains("it:busy"))
                        .distinct())
                .as("others still wait for their first attempt")
                .hasSizeLessThan(100);
        assertThat(notifier.oncall.requests().getLast().headers()).containsKey("X-flyball-signature");
        notifier.slack.replies(200, "ok");
        Await.that("the others are told too")
                .until(() -> notifier.receipts.stream()
                                .filter(receipt -> receipt.getNotificationId().startsWith("it:busy"))
                                .count()
                        == 100);
    }
}
