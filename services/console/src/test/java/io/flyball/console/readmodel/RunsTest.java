package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Story;
import io.flyball.contract.DeliveryStatus;
import io.flyball.contract.Escalation;
import io.flyball.contract.NotificationReceipt;
import io.flyball.contract.Outcome;
import io.flyball.contract.RunRequest;
import io.flyball.contract.RunResult;
import io.flyball.contract.TokenCount;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WEB-1 all open runs and the newest that ended")
class RunsTest {
    private static final Instant OPENED = Instant.parse("2026-11-21T03:00:00Z");

    private final ReadModelProperties properties =
            ReadModelPropertiesTest.bind(Map.of("flyball.console.read-model.finished-runs", "3"));
    private final ChangeFeed feed = new ChangeFeed(properties);
    private final Runs runs = new Runs(properties, feed, Clock.fixed(OPENED, ZoneOffset.UTC));

    private void take(Story story) {
        story.events().forEach(runs::take);
    }

    private static Story ended(String id, int minute) {
        return new Story(id, OPENED.plusSeconds(60L * minute)).opened("A", "s").ended(Outcome.RESOLVED, "done", null);
    }

    @Test
    void memoryIsBoundedButOpenRunsStay() {
        take(new Story("open", OPENED.minusSeconds(600)).opened("A", "s"));
        for (int i = 0; i < 10; i++) {
            take(ended("r" + i, i));
        }
        assertThat(runs.list(_ -> true, 100)).extracting(RunView::id).containsExactly("r9", "r8", "r7", "open");
        assertThat(runs.eventsAfter("r0", 0)).isEmpty();
        assertThat(runs.eventsAfter("r9", 0)).hasSize(2);
    }

    @Test
    void readingEverythingAgainEndsTheSame() {
        List<Story> stories = List.of(ended("r0", 0), ended("r1", 1), ended("r2", 2), ended("r3", 3), ended("r4", 4));
        stories.forEach(this::take);
        List<RunView> once = runs.list(_ -> true, 100);
        stories.forEach(this::take);
        assertThat(runs.list(_ -> true, 100)).isEqualTo(once);
    }

    @Test
    void aRepeatIsNoChange() {
        Story story = Shop.untilHeld("r1", OPENED);
        take(story);
        long newest = feed.newest();
        take(story);
        assertThat(feed.newest()).isEqualTo(newest);
        assertThat(runs.eventsAfter("r1", 0)).hasSameSizeAs(story.events());
    }

    @Test
    @DisplayName("WEB-3 a browser goes on after the event that it saw last")
    void eventsAfterASequence() {
        take(Shop.untilHeld("r1", OPENED));
        assertThat(runs.eventsAfter("r1", 12)).extracting(EventView::sequence).containsExactly(13L, 14L, 15L);
        assertThat(runs.eventsAfter("nobody", 0)).isEmpty();
    }

    @Test
    void theResultAddsTheHandOverWheneverItComes() {
        RunResult result = RunResult.newBuilder()
                .setId("r1")
                .setRunId("r1")
                .setTenant("default")
                .setPrincipal("on-call")
                .setAgent("a")
                .setEnvironment("production")
                .setGoal("g")
                .setOutcome(Outcome.ESCALATED)
                .setReason("r")
                .setSummary("s")
                .setConfidence(0.4)
                .setDryRun(false)
                .setHandOver(Escalation.newBuilder()
                        .setReason("not sure")
                        .setKnown("it is slow")
                        .setNextSteps(List.of("look at the disk"))
                        .build())
                .setSteps(1)
                .setLlmCalls(9)
                .setTokens(TokenCount.newBuilder().setInput(5).build())
                .setCostMicros(123)
                .setActiveMillis(1)
                .setOpenedAt(OPENED)
                .setClosedAt(OPENED)
                .setTraceId("t")
                .build();
        runs.take(result);
        assertThat(runs.find("r1")).isEmpty();
        take(new Story("r1", OPENED).opened("A", "s").ended(Outcome.ESCALATED, "s", null));
        RunView run = runs.find("r1").orElseThrow();
        assertThat(run.ending().handOver().nextSteps()).containsExactly("look at the disk");
        assertThat(run.spent().cost().micros()).isEqualTo(123);
        assertThat(run.spent().llmCalls()).isEqualTo(9);
    }

    @Test
    @DisplayName("NTF-2 what could not be delivered is shown with the run")
    void receiptsAreShownOnceEach() {
        take(new Story("r1", OPENED).opened("A", "s"));
        runs.take(receipt(DeliveryStatus.FAILED, 1));
        runs.take(receipt(DeliveryStatus.DELIVERED, 2));
        assertThat(runs.receipts("r1")).singleElement().satisfies(receipt -> {
            assertThat(receipt.status()).isEqualTo("DELIVERED");
            assertThat(receipt.attempts()).isEqualTo(2);
        });
    }

    private static RunRequest request(String id, Instant at) {
        return RunRequest.newBuilder()
                .setRunId(id)
                .setPrincipal("ann")
                .setAgent("sre")
                .setGoal("look")
                .setEnvironment("staging")
                .setRequestedAt(at)
                .build();
    }

    @Test
    @DisplayName(
            "ING-7 a run that was asked for is known at once, and its first event takes over; old requests are not believed")
    void accepted() {
        runs.accept(request("r9", OPENED));
        assertThat(runs.find("r9").orElseThrow().standing().status()).isEqualTo("QUEUED");
        assertThat(runs.isComplete("r9", 0)).isFalse();
        assertThat(runs.list(_ -> true, 10)).isEmpty();
        runs.acceptElsewhere(request("r8", OPENED.minusSeconds(4_000)));
        assertThat(runs.find("r8")).isEmpty();
        runs.acceptElsewhere(request("r7", OPENED.minusSeconds(40)));
        assertThat(runs.find("r7")).isPresent();
    }

    private static NotificationReceipt receipt(DeliveryStatus status, int attempts) {
        return NotificationReceipt.newBuilder()
                .setId("n1:slack")
                .setNotificationId("n1")
                .setTenant("default")
                .setSubject("r1")
                .setChannel("slack")
                .setStatus(status)
                .setAttempts(attempts)
                .setAt(OPENED)
                .build();
    }
}
