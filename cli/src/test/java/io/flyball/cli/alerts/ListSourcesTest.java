package io.flyball.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.catalogue.sources.AlertSource;
import io.flyball.catalogue.sources.AlertSources;
import io.flyball.cli.CommandLineUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ING-11 alerts sources")
class ListSourcesTest {
    private final CommandLineUnderTest flyball = new CommandLineUnderTest().with("FLYBALL_URL", "https://ops.example/");

    @TempDir
    private Path catalogue;

    @Test
    void listsAll() {
        var result = flyball.run("alerts", "sources");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "grafana",
                        "pagerduty",
                        "datadog",
                        "opsgenie",
                        "cloudwatch",
                        "cloudevents",
                        "sentry",
                        "generic");
    }

    @Test
    void saysOfEachHowItIsSetUp() {
        for (AlertSource source : AlertSources.shipped().all()) {
            var result = flyball.run("alerts", "sources", source.name());
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("https://ops.example/webhooks/" + source.name(), "1. ");
        }
        assertThat(flyball.run("alerts", "sources", "datadog").out()).contains("\"alert_id\": \"$ALERT_ID\"");
    }

    @Test
    void knowsYourOwnFiles() throws IOException {
        Path folder = Files.createDirectories(catalogue.resolve("alert-sources"));
        Files.writeString(folder.resolve("ours.yaml"), "name: ours\ntitle: Ours\nmapping: { name: [title] }\n");

        var result = flyball.run("alerts", "sources", "ours", "--catalogue", catalogue.toString());
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("https://ops.example/webhooks/ours");

        Files.writeString(folder.resolve("ours.yaml"), "name: grafana\ntitle: Ours\nmapping: { name: [title] }\n");
        var taken = flyball.run("alerts", "sources", "--catalogue", catalogue.toString());
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err()).contains("grafana is taken");
    }

    @Test
    void namesThoseThatThereAre() {
        var result = flyball.run("alerts", "sources", "nagios3");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("There is no source nagios3", "pingdom");
    }
}
