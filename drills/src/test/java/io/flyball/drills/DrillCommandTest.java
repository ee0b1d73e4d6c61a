package io.flyball.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrillCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... words) {
        return Main.commandLine(Path.of("nowhere"))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    @DisplayName("RUN-20 without a name every drill is listed, with one line each")
    void listed() {
        assertThat(execute()).isZero();
        assertThat(out.toString().lines())
                .hasSize(Drill.values().length + 4 + BudgetRaceCommand.Kind.values().length)
                .anyMatch(line -> line.startsWith("budget-race "))
                .anyMatch(line -> line.startsWith("ledger-kill "))
                .anyMatch(line -> line.startsWith("redis-lost "))
                .anyMatch(line -> line.startsWith("storm "))
                .anyMatch(line -> line.startsWith("poison "))
                .anyMatch(line -> line.startsWith("outage "))
                .anyMatch(line -> line.startsWith("stop-race "))
                .anyMatch(line -> line.startsWith("kill-services "))
                .anyMatch(line -> line.startsWith("rebalance "));
    }

    @Test
    @DisplayName("RUN-20 a drill that does not exist is told with those that do")
    void unknown() {
        assertThat(execute("kill-everything")).isEqualTo(2);
        assertThat(err.toString()).contains("kill-everything", "kill-services", "reorder-records", "storm");
    }

    @Test
    @DisplayName("RUN-20 numbers that make no sense are refused before anything is started")
    void senseless() {
        assertThat(execute("kill-broker", "--runs", "0")).isEqualTo(2);
        assertThat(execute("freeze-broker", "--seconds", "0")).isEqualTo(2);
        assertThat(execute("storm", "--alerts", "3", "--services", "4")).isEqualTo(2);
        assertThat(execute("outage", "--minutes", "0")).isEqualTo(2);
        assertThat(execute("outage", "--runs", "2")).isEqualTo(2);
        assertThat(execute("stop-race", "--trials", "0")).isEqualTo(2);
        assertThat(execute("budget-race", "--spenders", "0")).isEqualTo(2);
    }

    @Test
    @DisplayName("RUN-20 every service is killed at least once, unless somebody wants less")
    void usualFaults() {
        assertThat(Drill.KILL_SERVICES.usualFaults(6)).isEqualTo(7);
        assertThat(Drill.KILL_SERVICES.usualFaults(200)).isEqualTo(25);
        assertThat(Drill.KILL_BROKER.usualFaults(200)).isEqualTo(10);
        assertThat(Drill.DUPLICATE_RECORDS.usualFaults(200)).isZero();
    }
}
