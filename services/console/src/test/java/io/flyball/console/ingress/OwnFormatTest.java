package io.flyball.console.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flyball.console.door.BadBody;
import io.flyball.console.door.FieldError;
import io.flyball.console.door.Json;
import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ING-1 our own JSON for alerts")
class OwnFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final OwnFormat format = new OwnFormat(new LabelMapping(IngressPropertiesTest.defaults()));

    private List<Alert> read(String json) {
        return format.read(Json.read(json.getBytes(StandardCharsets.UTF_8)), new Reception(NOW, () -> "id"));
    }

    private List<FieldError> errors(String json) {
        return catchThrowableOfType(BadBody.class, () -> read(json)).errors();
    }

    @Test
    void aNameIsEnough() {
        Alert alert = read("{\"name\":\"DiskFull\"}").getFirst();
        assertThat(alert.getName()).isEqualTo("DiskFull");
        assertThat(alert.getSource()).isEqualTo("api");
        assertThat(alert.getStatus()).isEqualTo(AlertStatus.FIRING);
        assertThat(alert.getEnvironment()).isEqualTo("production");
        assertThat(alert.getSeverity()).isEqualTo("warning");
        assertThat(alert.getStartsAt()).isEqualTo(NOW);
        assertThat(alert.getService()).isNull();
        assertThat(alert.getCausedByRun()).isNull();
    }

    @Test
    @DisplayName("ING-2 what the body says itself counts before its labels")
    void ownFieldsComeFirst() {
        Alert alert = read("""
                        {"name":"DiskFull","source":"nagios","fingerprint":"f1","service":"db","environment":"stg",
                         "severity":"Page","status":"Resolved","labels":{"service":"other","env":"prod"},
                         "startsAt":"2026-11-20T10:00:00Z","endsAt":"2026-11-20T11:00:00Z","generatorUrl":"http://x",
                         "causedByRun":"r1","causalDepth":1}""").getFirst();
        assertThat(alert.getService()).isEqualTo("db");
        assertThat(alert.getEnvironment()).isEqualTo("staging");
        assertThat(alert.getSeverity()).isEqualTo("page");
        assertThat(alert.getStatus()).isEqualTo(AlertStatus.RESOLVED);
        assertThat(alert.getFingerprint()).isEqualTo("f1");
        assertThat(alert.getEndsAt()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
        assertThat(alert.getCausedByRun()).isEqualTo("r1");
        assertThat(alert.getCausalDepth()).isEqualTo(1);
    }

    @Test
    void theSameNameForAnotherServiceIsAnotherCondition() {
        assertThat(
                        read(
                                "[{\"name\":\"X\",\"service\":\"a\"},{\"name\":\"X\",\"service\":\"b\"},{\"name\":\"X\",\"service\":\"a\"}]"))
                .extracting(Alert::getFingerprint)
                .satisfies(
                        all -> assertThat(all.get(0)).isNotEqualTo(all.get(1)).isEqualTo(all.get(2)));
    }

    @Test
    void aResolvedAlertWithoutItsEndEndedNow() {
        assertThat(read("{\"name\":\"X\",\"status\":\"resolved\"}").getFirst().getEndsAt())
                .isEqualTo(NOW);
    }

    @Test
    @DisplayName("ING-6 one wrong alert of several refuses all, and says which")
    void oneWrongRefusesAll() {
        assertThat(errors("[{\"name\":\"A\"},{\"name\":\" \"},{\"nmae\":\"C\",\"causalDepth\":-1}]"))
                .extracting(FieldError::pointer)
                .containsExactly("/1/name", "/2/nmae", "/2/name", "/2/causalDepth");
    }

    @Test
    void alertmanagersBodyIsSentToItsOwnPath() {
        assertThat(errors("{\"version\":\"4\",\"alerts\":[{\"labels\":{}}]}"))
                .singleElement()
                .satisfies(error -> assertThat(error.expected()).contains("/webhooks/alertmanager"));
    }

    @Test
    @DisplayName("ING-5 the run that caused an alert is known by its label or annotation, or is said outright")
    void causedByRun() {
        assertThat(read("{\"name\":\"n\",\"labels\":{\"flyball_run\":\"r1\"}}")
                        .getFirst()
                        .getCausedByRun())
                .isEqualTo("r1");
        assertThat(read("{\"name\":\"n\",\"annotations\":{\"flyball_run\":\"r2\"}}")
                        .getFirst()
                        .getCausedByRun())
                .isEqualTo("r2");
        assertThat(read("{\"name\":\"n\",\"causedByRun\":\"r3\",\"labels\":{\"flyball_run\":\"r1\"}}")
                        .getFirst()
                        .getCausedByRun())
                .isEqualTo("r3");
    }
}
