package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.RunEvent;
import io.flyball.contract.RunHeld;
import io.flyball.orchestrator.run.RandomStates;
import io.flyball.orchestrator.run.RunFact;
import io.flyball.orchestrator.run.RunState;
import io.flyball.schemas.RunHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Identity RUN = new Identity("default", "agent", "staging", "");

    private final History history = new History("run", RUN, new Told(4, 2), someState(), NOW);

    @Test
    @DisplayName("RUN-1 what one decision tells is one record")
    void together() {
        history.tell(new RunFact.RunHeld("one"));
        history.tell(new RunFact.RunReleased("two"));
        history.tell(new RunFact.RunHeld("three"));

        assertThat(records()).singleElement().satisfies(record -> {
            assertThat(record.getSequence()).isEqualTo(5);
            assertThat(record.getWhat()).isEqualTo(new RunHeld("one"));
            assertThat(record.getFurther()).hasSize(2);
        });
        assertThat(history.told()).isEqualTo(new Told(7, 2));
    }

    @Test
    @DisplayName("RUN-1 a decision that tells nothing writes nothing")
    void nothing() {
        assertThat(records()).isEmpty();
        assertThat(history.told()).isEqualTo(new Told(4, 2));
    }

    @Test
    @DisplayName("RUN-25 what is too much for one record becomes several, without a gap between their numbers")
    void tooMuch() {
        String much = "x".repeat(History.MOST_TEXT / 2);
        for (int i = 0; i < 5; i++) {
            history.tell(new RunFact.RunHeld(much + i));
        }
        history.tell(new RunFact.RunHeld("y".repeat(2 * History.MOST_TEXT)));

        List<RunEvent> records = records();
        assertThat(records).hasSizeBetween(3, 6);
        assertThat(records.stream().filter(record -> Texts.characters(record) > History.MOST_TEXT + 1_000))
                .as("only what is a single thing")
                .allSatisfy(record -> assertThat(record.getFurther()).isEmpty());
        assertThat(records.stream().flatMap(record -> RunHistory.oneByOne(record).stream()))
                .extracting(RunEvent::getSequence)
                .containsExactly(5L, 6L, 7L, 8L, 9L, 10L);
    }

    private List<RunEvent> records() {
        return history.records().stream()
                .map(output -> (RunEvent) output.record())
                .toList();
    }

    private static RunState someState() {
        List<RunState> found = new ArrayList<>();
        new RandomStates(1).forEach(found::add, _ -> {});
        return found.getFirst();
    }
}
