package io.flyball.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSettingsTest {
    private final KnownSettings known = new KnownSettings(List.of(
            setting("flyball.console.people-file", "java.nio.file.Path"),
            setting("flyball.console.session", "java.time.Duration"),
            setting("flyball.cost-ledger.keep-runs", "java.time.Duration"),
            setting("flyball.sources.keys", "java.util.Map<java.lang.String,Keys>"),
            setting("flyball.ingress.labels.name", "java.util.List<java.lang.String>")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flyball.console.people-file",
                "flyball.console.peopleFile",
                "flyball.console.people_file",
                "flyball.sources.keys.pager.file",
                "flyball.sources.keys[a.b].file",
                "flyball.ingress.labels.name",
                "flyball.ingress.labels.name[0]"
            })
    @DisplayName("OPS-3 a setting is known in every way that it may be written, entries of maps and lists too")
    void names(String given) {
        assertThat(known.unknownName(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "flyball.console.sesion,flyball.console.session",
        "flyball.consol.session,flyball.console.session",
        "flyball.console.session.length,flyball.console.session",
        "flyball.ledger.keep-runs,flyball.cost-ledger.keep-runs",
        "flyball.console.peoplefiles,flyball.console.people-file"
    })
    @DisplayName("OPS-3 what no record has is unknown, and the nearest name is told")
    void unknownNames(String given, String nearest) {
        assertThat(known.unknownName(given)).contains(new UnknownSetting(given, nearest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FLYBALL_CONSOLE_PEOPLEFILE",
                "FLYBALL_CONSOLE_PEOPLE_FILE",
                "FLYBALL_SOURCES_KEYS_PAGER_FILE",
                "FLYBALL_INGRESS_LABELS_NAME_0",
                "FLYBALL_HOME",
                "FLYBALL_SHARED_DATA",
                "FLYBALL_GOVERNOR_APPROVAL_TIMEOUT"
            })
    @DisplayName("OPS-3 a variable of ours is known in both ways that Boot reads; others' variables are left alone")
    void variables(String given) {
        assertThat(known.unknownVariable(given)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FLYBALL_CONSOLE_SESION,FLYBALL_CONSOLE_SESSION",
        "FLYBALL_CONSOLE_COLOUR,FLYBALL_CONSOLE_SESSION",
        "FLYBALL_CONSOL_SESSION,FLYBALL_CONSOLE_SESSION",
        "FLYBALL_COSTLEDGER_KEEPRUN,FLYBALL_COSTLEDGER_KEEPRUNS"
    })
    @DisplayName("OPS-3 a variable that begins as a setting does, or is a slip away from one, is unknown")
    void unknownVariables(String given, String nearest) {
        assertThat(known.unknownVariable(given)).contains(new UnknownSetting(given, nearest));
    }

    @Test
    @DisplayName(
            "OPS-3 the settings of the platform itself are on the class path, with what they mean and their defaults")
    void onClassPath() {
        assertThat(KnownSettings.onClassPath().unknownName("flyball.connection.redis-timeout"))
                .isEmpty();
        assertThat(KnownSettings.onClassPath().unknownName("flyball.connection.redis-time"))
                .contains(new UnknownSetting("flyball.connection.redis-time", "flyball.connection.redis-timeout"));
    }

    private static Setting setting(String name, String type) {
        return new Setting(name, type, "", null);
    }
}
