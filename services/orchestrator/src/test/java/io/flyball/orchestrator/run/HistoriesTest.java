package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that were recorded once, replayed against the machine of today. A difference means that a run which is open during an upgrade
 * would go on in another way than it began. Those of a released version are kept for good, in a folder for each version of the stored
 * state; {@code changed.txt} names from which line on the machine means to decide otherwise, and why. New ones are recorded beside them
 * with -Dflyball.record=true.
 */
class HistoriesTest {
    private static final Path RECORDED = Path.of("src/test/resources/histories");
    /** Where new ones go: named like the version of the stored state. */
    private static final Path NEWEST = RECORDED.resolve("3");

    static Stream<Path> recorded() throws IOException {
        if (Boolean.getBoolean("flyball.record")) {
            record();
        }
        try (Stream<Path> files = Files.walk(RECORDED)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recorded")
    @DisplayName("RUN-1 RUN-23 a recorded run is decided today as it was then")
    void replays(Path file) throws IOException {
        int meant = Kept.changedFrom(RECORDED, file);
        RunState state = null;
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            HistoryJson.Line then = HistoryJson.read(text);
            Decision decision = RunMachine.decide(state, then.event());
            if (number < meant) {
                assertThat(HistoryJson.Line.of(then.event(), decision))
                        .as("%s line %d, the first difference; state before: %s", file.getFileName(), number, state)
                        .isEqualTo(then);
            }
            state = decision.next();
        }
        assertThat(number).isPositive();
    }

    @Test
    @DisplayName("RUN-23 a history of a released version is as it was recorded then, and none is missing")
    void keptForGood() throws IOException {
        assertThat(Kept.broken(RECORDED))
                .as("put these back as they were; what is meant to be decided otherwise is named in changed.txt")
                .isEmpty();
    }

    @Test
    @DisplayName("RUN-23 one that is recorded anew, or is gone, is noticed")
    void noticesNewRecords(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "as it was");
        Files.writeString(
                folder.resolve("kept.txt"), Kept.digest(folder.resolve("a.jsonl")) + "  a.jsonl\n0  b.jsonl\n");
        assertThat(Kept.broken(folder)).containsExactly("b.jsonl is gone");
        Files.writeString(folder.resolve("a.jsonl"), "as it is now");
        assertThat(Kept.broken(folder)).containsExactly("a.jsonl is another", "b.jsonl is gone");
    }

    @Test
    @DisplayName("RUN-23 the replay notices a machine that decides otherwise")
    void noticesDifferences() throws IOException {
        HistoryJson.Line first = HistoryJson.read(
                Files.readAllLines(RECORDED.resolve("3/approved.jsonl")).getFirst());
        Decision other = Decision.stay(null, "another machine");
        assertThat(HistoryJson.Line.of(first.event(), other)).isNotEqualTo(first);
    }

    private static void record() throws IOException {
        Files.createDirectories(NEWEST);
        for (Map.Entry<String, Given> run : RecordedRuns.all().entrySet()) {
            Path file = NEWEST.resolve(run.getKey() + ".jsonl");
            if (!Files.exists(file)) {
                Files.write(file, lines(run.getValue().history));
            }
        }
    }

    private static List<String> lines(List<RunEvent> history) {
        List<String> lines = new ArrayList<>();
        @Nullable RunState state = null;
        for (RunEvent event : history) {
            Decision decision = RunMachine.decide(state, event);
            lines.add(HistoryJson.write(HistoryJson.Line.of(event, decision)));
            state = decision.next();
        }
        return lines;
    }
}
