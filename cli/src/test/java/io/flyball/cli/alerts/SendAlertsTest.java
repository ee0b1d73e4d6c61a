package io.flyball.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.cli.CommandLineUnderTest;
import io.flyball.cli.ConsoleStandIn;
import io.flyball.cli.ConsoleStandIn.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CLI-3 alerts send")
class SendAlertsTest {
    private static final Answer TAKEN = new Answer(
            202,
            "application/json",
            "{\"ids\": [\"a1\"], \"alerts\": [{\"id\": \"a1\", \"fingerprint\": \"f1\", \"name\": \"Down\"}]}");

    private final ConsoleStandIn console = new ConsoleStandIn();
    private final CommandLineUnderTest flyball = new CommandLineUnderTest().with("FLYBALL_URL", console.url());

    @TempDir
    private Path folder;

    @BeforeEach
    void take() {
        console.on("POST /alerts", _ -> TAKEN).on("POST /webhooks/alertmanager", _ -> TAKEN);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @ParameterizedTest
    @DisplayName("ING-2 our own form, one or several, goes to /alerts unchanged")
    @ValueSource(strings = {"{\"name\":\"Down\",\"labels\":{\"alertname\":\"x\"}}", "[{\"name\":\"Down\"}]"})
    void ours(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("alert.json"), body);

        var result = flyball.run("alerts", "send", file.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("ID  FINGERPRINT  NAME\na1  f1           Down\n");
        assertThat(console.last("POST /alerts").body()).isEqualTo(body);
    }

    @ParameterizedTest
    @DisplayName("ING-1 what Alertmanager and Prometheus send goes to the webhook unchanged")
    @ValueSource(
            strings = {
                "{\"version\":\"4\",\"status\":\"firing\",\"alerts\":[{\"labels\":{\"alertname\":\"Down\"}}]}",
                "{\"status\":\"firing\",\"alerts\":[]}",
                "[{\"labels\":{\"alertname\":\"Down\"}}]",
                "{\"labels\":{\"alertname\":\"Down\"}}"
            })
    void alertmanager(String body) {
        var result = flyball.typing(body).run("alerts", "send", "-", "-o", "json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("\"fingerprint\": \"f1\"");
        assertThat(console.last("POST /webhooks/alertmanager").body()).isEqualTo(body);
    }

    @ParameterizedTest
    @DisplayName("CLI-4 what is no alert is refused here, with what was expected")
    @ValueSource(strings = {"{\"hello\":1}", "[]", "not json", "{\"name\":1}"})
    void neither(String body) {
        var result = flyball.typing(body).run("alerts", "send", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(console.asked()).isEmpty();
    }

    @Test
    @DisplayName("ING-6 the fields that the console refuses are named")
    void refused() {
        console.on(
                "POST /alerts",
                _ -> Answer.problem(
                        400,
                        "{\"title\":\"not as expected\",\"detail\":\"/startsAt: expected a time, found text\",\"errors\":[{\"pointer\":\"/startsAt\",\"expected\":\"a time\","
                                + "\"found\":\"text\"}]}"));

        var result = flyball.typing("{\"name\":\"Down\",\"startsAt\":\"soon\"}").run("alerts", "send", "-");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).containsOnlyOnce("/startsAt: expected a time, found text");
    }

    @Test
    void missingFile() {
        var result = flyball.run("alerts", "send", folder.resolve("nothing").toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("Cannot read");
    }
}
