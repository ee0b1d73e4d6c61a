package io.flyball.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeapTest {
    @Test
    @DisplayName("Young and old generation are added; the metaspace is no heap")
    void bothGenerations() {
        String answer = """
                4711:
                DefNew     total 39296K, used 1000K [0x0, 0x1, 0x2)
                 eden space 34944K,   2% used [0x0, 0x1, 0x2)
                Tenured    total 87424K, used 24K [0x0, 0x1, 0x2)
                 Metaspace       used 46034K, committed 46912K, reserved 1114112K
                """;
        assertThat(Heap.used(answer)).isEqualTo(1024 * 1024);
    }

    @Test
    void saysWhenItDoesNotKnow() {
        assertThat(Heap.used("Could not find any processes matching : '1'")).isEqualTo(-1);
    }

    @Test
    void asksARealProcess() throws InterruptedException {
        assertThat(Heap.liveBytes(ProcessHandle.current().pid())).isPositive();
        assertThat(ProcessFigures.cpu(ProcessHandle.current().pid())).isPositive();
    }
}
