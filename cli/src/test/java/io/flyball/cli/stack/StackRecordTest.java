package io.flyball.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.access.DataFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackRecordTest {
    private static final Instant THEN = Instant.parse("2026-11-21T06:00:00.120Z");
    private static final ProcessMark SUITE = new ProcessMark(42, THEN.plusSeconds(8));
    private static final StackRecord RECORD = new StackRecord(
            "one-jvm",
            "auto",
            THEN,
            true,
            new ProcessMark(7, THEN),
            "/tmp/x/control",
            List.of(
                    new StackRecord.Part("console", "http://127.0.0.1:7400", SUITE, "/data/logs/console.log"),
                    new StackRecord.Part("governor", "http://127.0.0.1:7403", SUITE, "/data/logs/governor.log")),
            List.of(new StackRecord.Part(
                    "broker", "127.0.0.1:7410", new ProcessMark(8, THEN), "/data/logs/broker.log")));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(StackRecord.of(RECORD.json())).isEqualTo(RECORD);
    }

    @Test
    void aProcessWithManyServicesIsOne() {
        assertThat(RECORD.processes()).containsExactly(SUITE, new ProcessMark(8, THEN));
    }

    @Test
    void otherCommandsReadItToo(@TempDir Path data) {
        Fixtures.folder(data).write(RECORD);
        var seen = new DataFolder(data).stack().orElseThrow();
        assertThat(seen.mode()).isEqualTo("one-jvm");
        assertThat(seen.url("governor")).contains("http://127.0.0.1:7403");
        assertThat(seen.url("broker")).contains("127.0.0.1:7410");
    }
}
