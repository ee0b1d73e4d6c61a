package io.flyball.drills.heal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CASE-6 what a remedy changed beside is seen")
class SnapshotTest {
    private static final Snapshot BEFORE = Snapshot.of("file:a\t1\nfile:b\t1\nprocess:till:7\t100\n");
    private static final Snapshot BROKEN =
            Snapshot.of("file:a\t2\nfile:b\t1\nprocess:till:7\t100\nprocess:dev:8\t120\n");

    private static java.util.List<String> collateral(String after) {
        return Snapshot.of(after).collateral(BEFORE, BROKEN, thing -> thing.equals("file:c"));
    }

    @Test
    @DisplayName("what is as before, or as the fault left it, is none")
    void none() {
        assertThat(collateral("file:a\t1\nfile:b\t1\nprocess:till:7\t100\n")).isEmpty();
        assertThat(collateral("file:a\t2\nfile:b\t1\nprocess:till:7\t100\nprocess:dev:8\t120\n"))
                .isEmpty();
    }

    @Test
    @DisplayName("what is another, gone or new is, unless it was allowed")
    void some() {
        assertThat(collateral("file:a\t3\nprocess:till:9\t200\nfile:c\t1\n"))
                .containsExactly("file:a", "file:b", "process:till:7", "process:till:9");
    }
}
