package io.flyball.catalogue.remedies;

import static io.flyball.catalogue.remedies.Mendctl.NOTHING_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.remedies.Mendctl.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("CASE-5 remedies of stores look first, and end what their cause names")
class MendingStoresTest {
    @TempDir
    Path folder;

    private static final String IDLE =
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'shop' AND state = 'idle'";

    @Test
    @DisplayName("limits of Redis that are as they should be are left alone; others are set, and the old ones told")
    void redisLimits() throws Exception {
        try (Stores redis = new Stores(folder).redis()) {
            assertThat(Mendctl.run("redis-limits", redis.port, 0, "noeviction").exit())
                    .isEqualTo(NOTHING_CHANGED);
            redis.shell("redis-cli -p " + redis.port + " CONFIG SET maxmemory-policy allkeys-lru");

            Said said = Mendctl.run("redis-limits", redis.port, 0, "noeviction");

            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(said.text()).contains("before: maxmemory 0 maxmemory-policy allkeys-lru");
        }
        try (Stores nobody = new Stores(folder)) {
            assertThat(Mendctl.run("redis-limits", nobody.port, 0, "noeviction").exit())
                    .isEqualTo(1);
        }
    }

    @Test
    @DisplayName("idle sessions end only where connections are used up, and only those of one named application")
    void idleSessions() throws Exception {
        try (Stores database = new Stores(folder).postgres()) {
            for (int i = 0; i < 4; i++) {
                database.session("report", "SELECT 1;");
            }
            database.until(IDLE + " AND state_change < clock_timestamp() - interval '3 seconds'", "4");
            assertThat(mend(database, "end-idle-sessions").exit()).isEqualTo(NOTHING_CHANGED);

            database.session("till", "SELECT 1;");
            for (int i = 0; i < 4; i++) {
                database.session("report", "SELECT 1;");
            }
            database.until(IDLE + " AND state_change < clock_timestamp() - interval '3 seconds'", "9");
            Said said = mend(database, "end-idle-sessions");

            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(said.text().lines()).hasSize(8).allMatch(line -> line.contains("of shop (report) ended"));
            database.until(IDLE, "1");
        }
    }

    @Test
    @DisplayName("sessions that do not say which application they are of are not one application")
    void nameless() throws Exception {
        try (Stores database = new Stores(folder).postgres()) {
            for (int i = 0; i < 9; i++) {
                database.session("", "SELECT 1;");
            }
            database.until(IDLE + " AND application_name = ''", "9");
            database.until(IDLE + " AND state_change < clock_timestamp() - interval '3 seconds'", "9");

            assertThat(mend(database, "end-idle-sessions").exit()).isEqualTo(NOTHING_CHANGED);
            assertThat(database.ask(IDLE)).isEqualTo("9");
        }
    }

    @Test
    @DisplayName(
            "who holds up others ends when it has been idle for seconds, and not in a pause between two statements")
    void blocker() throws Exception {
        String waiting = "SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0";
        try (Stores database = new Stores(folder).postgres()) {
            // Its every statement is younger than a second, as long as this test needs.
            Process busy = database.session("busy", "BEGIN; UPDATE stock SET id = id;", "SELECT 1 \\watch 0.3\n");
            database.until("SELECT count(*) FROM pg_locks WHERE relation = 'stock'::regclass", "1");
            Process waits = database.session("till", "UPDATE stock SET id = id;");
            database.until(waiting, "1");
            assertThat(mend(database, "end-blocker").exit()).isEqualTo(NOTHING_CHANGED);
            assertThat(database.ask(waiting)).isEqualTo("1");
            busy.descendants().forEach(ProcessHandle::destroyForcibly);
            waits.descendants().forEach(ProcessHandle::destroyForcibly);
            database.until("SELECT count(*) FROM pg_stat_activity WHERE usename = 'shop'", "0");

            database.session("report", "BEGIN; UPDATE stock SET id = id;");
            database.until("SELECT count(*) FROM pg_locks WHERE relation = 'stock'::regclass", "1");
            database.session("till", "UPDATE stock SET id = id;");
            database.until(waiting, "1");
            database.until(
                    "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND state_change < clock_timestamp() - interval '6 seconds'",
                    "1");
            Said said = mend(database, "end-blocker");

            assertThat(said.exit()).as(said.text()).isZero();
            assertThat(said.text()).contains("of shop ended, its transaction was rolled back");
            database.until(waiting, "0");
        }
    }

    private static Said mend(Stores database, String what) throws Exception {
        return Mendctl.run(what, database.port, "keeper", "postgres");
    }
}
