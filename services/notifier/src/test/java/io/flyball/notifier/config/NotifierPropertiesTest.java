package io.flyball.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NotifierPropertiesTest {

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new NotifierProperties(URI.create("http://127.0.0.1:7400"), Map.of()));
    }

    @Test
    void everyPropertyBinds() {
        assertThat(bind(Map.of(
                        "flyball.notifier.console-url", "https://flyball.example/",
                        "flyball.notifier.channels.slack.type", "slack",
                        "flyball.notifier.channels.slack.url", "https://hooks.slack.com/services/T/B/x",
                        "flyball.notifier.channels.oncall.type", "webhook",
                        "flyball.notifier.channels.oncall.url", "http://127.0.0.1:1/x",
                        "flyball.notifier.channels.oncall.secret", "0123456789abcdef")))
                .isEqualTo(new NotifierProperties(
                        URI.create("https://flyball.example/"),
                        Map.of(
                                "slack",
                                new ChannelSettings(
                                        ChannelSettings.Type.SLACK, "https://hooks.slack.com/services/T/B/x", null),
                                "oncall",
                                new ChannelSettings(
                                        ChannelSettings.Type.WEBHOOK, "http://127.0.0.1:1/x", "0123456789abcdef"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/T0PSECRET",
                "ftp://x/T0PSECRET",
                "T0PSECRET",
                "https:/T0PSECRET",
                "ht tp://T0PSECRET"
            })
    @DisplayName("SEC a bad address is refused without being told")
    void badAddresses(String url) {
        assertThatThrownBy(() -> bind(Map.of(
                        "flyball.notifier.channels.slack.type", "slack", "flyball.notifier.channels.slack.url", url)))
                .hasStackTraceContaining("must be an https address")
                .satisfies(failure -> {
                    for (Throwable t = failure; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain("T0PSECRET");
                    }
                });
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> bind(Map.of(
                        "flyball.notifier.channels.w.type", "webhook",
                        "flyball.notifier.channels.w.url", "https://example.org",
                        "flyball.notifier.channels.w.secret", "short")))
                .hasStackTraceContaining("at least 16");
        assertThatThrownBy(() -> bind(Map.of(
                        "flyball.notifier.channels.log.type", "slack",
                        "flyball.notifier.channels.log.url", "https://example.org")))
                .hasStackTraceContaining("taken by the log");
    }

    @Test
    @DisplayName("NTF-1 neither address nor secret is in the settings' text")
    void settingsAreNotTold() {
        assertThat(new ChannelSettings(ChannelSettings.Type.WEBHOOK, "https://x.example/T0PSECRET", "0123456789abcdef"))
                .hasToString("ChannelSettings[type=WEBHOOK]");
    }

    private static NotifierProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("flyball.notifier", NotifierProperties.class);
    }
}
