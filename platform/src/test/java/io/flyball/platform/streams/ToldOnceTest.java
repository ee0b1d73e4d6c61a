package io.flyball.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ToldOnceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> heard = new ArrayList<>();
    private CompletableFuture<?> answer = CompletableFuture.completedFuture(null);
    private final ToldOnce told = new ToldOnce((application, since, complaint) -> {
        heard.add(application + " since " + since + ": " + complaint);
        return answer;
    });

    private void die(int first, int last) {
        Deaths deaths = Deaths.NONE;
        for (int second = first; second <= last; second++) {
            deaths = deaths.and(START.plusSeconds(second), false);
            told.tell("governor", deaths, "out of luck");
        }
    }

    @Test
    @DisplayName("RUN-25 people hear once that threads keep dying, not at each death, and again when it begins anew")
    void once() {
        die(1, 3);
        assertThat(heard).isEmpty();
        die(1, 20);
        assertThat(heard).containsExactly("governor since 2026-01-01T00:00:04Z: out of luck");
        die(1001, 1020);
        assertThat(heard).hasSize(2);
    }

    @Test
    @DisplayName("RUN-25 who could not be told is told at the next death; who is being told is not told twice")
    void again() {
        answer = CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        die(1, 5);
        assertThat(heard).hasSize(2);
        answer = new CompletableFuture<>();
        die(1, 9);
        assertThat(heard).hasSize(3);
    }
}
