package io.flyball.platform.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsCheckTest {
    private final StandardEnvironment environment = new StandardEnvironment();
    private final SettingsCheck check = new SettingsCheck(
            environment,
            new KnownSettings(List.of(new Setting("flyball.console.session", "java.time.Duration", "", null))));

    @Test
    @DisplayName(
            "OPS-3 a setting by the command line that the service does not have refuses the start, and all such are named at once")
    void commandLine() {
        CommandLinePropertySource<?> words = new SimpleCommandLinePropertySource(
                "--flyball.console.sesion=1h", "--flyball.consol=x", "--server.port=1");
        environment.getPropertySources().addFirst(words);

        assertThatThrownBy(this::start)
                .isInstanceOf(UnknownSettingsException.class)
                .hasMessageContaining("flyball.console.sesion is no setting; the nearest is flyball.console.session")
                .hasMessageContaining("flyball.consol is no setting")
                .hasMessageContaining("docs/reference/configuration.md");
    }

    @Test
    @DisplayName("OPS-3 a file's setting that the service does not have refuses the start")
    void file() {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("console.yml", Map.of("flyball.console.sessions", "1h")));

        assertThatThrownBy(this::start).hasMessageContaining("flyball.console.sessions is no setting");
    }

    @Test
    @DisplayName(
            "OPS-3 an environment variable that was meant as a setting refuses the start; a cluster's own and others' do not")
    void variables() {
        setVariables(Map.of(
                "FLYBALL_HOME", "/x",
                "FLYBALL_CONSOLE_SESSION", "1h",
                "FLYBALL_CONSOLE_SERVICE_HOST", "10.0.0.1",
                "FLYBALL_CONSOLE_SERVICE_PORT_HTTP", "7400",
                "FLYBALL_CONSOLE_PORT_7400_TCP_ADDR", "10.0.0.1",
                "FLYBALL_CONSOLE_PORT", "tcp://10.0.0.1:7400"));
        assertThatCode(this::start).doesNotThrowAnyException();

        setVariables(Map.of("FLYBALL_CONSOLE_SESSIONS", "1h"));
        assertThatThrownBy(this::start)
                .hasMessageContaining("FLYBALL_CONSOLE_SESSIONS is no setting; the nearest is FLYBALL_CONSOLE_SESSION");
    }

    private void setVariables(Map<String, Object> variables) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
    }

    private void start() {
        check.postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
