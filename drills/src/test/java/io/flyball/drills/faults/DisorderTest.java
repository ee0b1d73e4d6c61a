package io.flyball.drills.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisorderTest {
    @Test
    @DisplayName("RUN-20 the same seed copies the same records; about two in three of them, some twice")
    void copies() {
        assertThat(Copies.of(5, "t", 1, 17)).isEqualTo(Copies.of(5, "t", 1, 17));

        List<Integer> counts = LongStream.range(0, 300)
                .mapToObj(offset -> Copies.of(5, "t", 1, offset).size())
                .toList();
        assertThat(counts).contains(0, 1, 2);
        assertThat(counts.stream().filter(count -> count > 0).count()).isBetween(150L, 250L);
    }

    @Test
    @DisplayName("RUN-20 what comes again after a newer record is older than it, and the same for the same seed")
    void olderOnes() {
        Older<String> older = new Older<>(9);
        List<String> earlier = List.of("a", "b", "c", "d", "e", "f");

        assertThat(earlier).containsAll(older.after(earlier, 4));
        assertThat(older.after(earlier, 4)).isEqualTo(new Older<String>(9).after(earlier, 4));
        assertThat(LongStream.range(0, 50).mapToObj(number -> older.after(earlier, number)))
                .anyMatch(again -> again.size() > 1
                        && !again.equals(again.stream().sorted().toList()));
    }

    @Test
    @DisplayName("RUN-20 about every other run sees all its records again after its end, shuffled")
    void afterTheEnd() {
        Older<String> older = new Older<>(9);
        List<List<String>> seen = LongStream.range(0, 100)
                .mapToObj(number -> older.afterTheEnd(List.of("a", "b", "c"), number))
                .toList();

        assertThat(seen).contains(List.of());
        assertThat(seen.stream().filter(again -> !again.isEmpty()))
                .hasSizeBetween(30, 70)
                .allSatisfy(again -> assertThat(again).containsExactlyInAnyOrder("a", "b", "c"));
    }
}
