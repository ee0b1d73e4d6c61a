package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CON-7 dead letters that can be looked at")
class DeadLetterShelfTest {
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");

    private final ReadModelProperties properties = ReadModelPropertiesTest.bind(Map.of(
            "flyball.console.read-model.dead-letters", "3", "flyball.console.read-model.dead-letter-bytes", "100B"));
    private final DeadLetterShelf shelf = new DeadLetterShelf(properties, new ChangeFeed(properties));

    private static DeadLetter letter(long offset, int size, String service) {
        return DeadLetter.newBuilder()
                .setId("agent.alerts/0/" + offset)
                .setTopic("agent.alerts")
                .setPartition(0)
                .setOffset(offset)
                .setTimestamp(AT)
                .setKey(null)
                .setValue(ByteBuffer.wrap(new byte[size]))
                .setReason("magic byte is 7")
                .setException("Unreadable")
                .setService(service)
                .setAt(AT)
                .build();
    }

    @Test
    void foundByBothFormsOfItsId() {
        shelf.take(letter(7, 10, "orchestrator"));
        assertThat(shelf.view("agent.alerts~0~7").orElseThrow().id()).isEqualTo("agent.alerts~0~7");
        assertThat(shelf.find("agent.alerts/0/7")).isPresent();
        assertThat(shelf.find("agent.alerts/0/8")).isEmpty();
    }

    @Test
    void oneRecordThatTwoServicesCouldNotReadIsOneLetter() {
        shelf.take(letter(7, 10, "orchestrator"));
        shelf.take(letter(7, 10, "notifier"));
        assertThat(shelf.list())
                .singleElement()
                .satisfies(it -> assertThat(it.services()).containsExactly("notifier", "orchestrator"));
    }

    @Test
    void theNewestFirstUpToNumberAndSize() {
        for (int i = 0; i < 5; i++) {
            shelf.take(letter(i, 10, "s"));
        }
        assertThat(shelf.list()).extracting(DeadLetterView::offset).containsExactly(4L, 3L, 2L);
        shelf.take(letter(9, 95, "s"));
        assertThat(shelf.list()).extracting(DeadLetterView::offset).containsExactly(9L);
        assertThat(shelf.dropped()).isEqualTo(5);
    }

    @Test
    void oneThatIsLargerThanAllRoomIsStillKept() {
        shelf.take(letter(1, 500, "s"));
        assertThat(shelf.list()).hasSize(1);
    }

    @Test
    void aReplayIsNoted() {
        shelf.take(letter(1, 5, "s"));
        shelf.replayed("agent.alerts/0/1", AT);
        assertThat(shelf.view("agent.alerts~0~1").orElseThrow().replayedAt()).isEqualTo(AT);
    }
}
