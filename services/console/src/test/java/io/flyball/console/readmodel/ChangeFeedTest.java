package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WEB-3 changes that a browser may have missed")
class ChangeFeedTest {
    private final ChangeFeed feed =
            new ChangeFeed(ReadModelPropertiesTest.bind(Map.of("flyball.console.read-model.changes", "3")));

    private List<Object> after(long number) {
        return ((ChangeFeed.Page.Changes) feed.after(number))
                .changes().stream().map(ChangeFeed.Change::data).toList();
    }

    @Test
    void whatCameAfterANumber() {
        feed.append("run", "a");
        feed.append("run", "b");
        assertThat(after(0)).containsExactly("a", "b");
        assertThat(after(1)).containsExactly("b");
        assertThat(after(2)).isEmpty();
    }

    @Test
    void whatIsNoLongerKeptIsSaidToBeMissed() {
        for (String data : List.of("a", "b", "c", "d", "e")) {
            feed.append("run", data);
        }
        assertThat(after(2)).containsExactly("c", "d", "e");
        assertThat(feed.after(1)).isEqualTo(new ChangeFeed.Page.Missed(5));
    }

    @Test
    void aNumberFromTheFutureIsAnotherProcesss() {
        assertThat(feed.after(7)).isEqualTo(new ChangeFeed.Page.Missed(0));
    }

    @Test
    void listenersHearEachChangeAndTheEnd() {
        List<Long> heard = new CopyOnWriteArrayList<>();
        AtomicBoolean ended = new AtomicBoolean();
        feed.numbers().doOnComplete(() -> ended.set(true)).subscribe(heard::add);
        feed.append("run", "a");
        feed.append("run", "b");
        feed.stop();
        assertThat(heard).containsExactly(1L, 2L);
        assertThat(ended).isTrue();
    }
}
