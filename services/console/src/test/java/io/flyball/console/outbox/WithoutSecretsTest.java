package io.flyball.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Alert;
import io.flyball.contract.AlertStatus;
import io.flyball.contract.ControlCommand;
import io.flyball.contract.ControlKind;
import io.flyball.contract.RunRequest;
import io.flyball.secrets.SecretFilter;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithoutSecretsTest {
    private static final String CANARY = "Teal-8841-sparrow";
    private static final WithoutSecrets DOOR = new WithoutSecrets(new SecretFilter(new byte[] {1}));

    @Test
    @DisplayName("SEC-5 a secret in one place of an alert is gone in all its words; what identifies it stays")
    void alert() {
        Alert alert = Alert.newBuilder()
                .setId("id")
                .setTenant("default")
                .setFingerprint("3f1c6ad2b5e00871")
                .setName("HighErrorRate")
                .setEnvironment("production")
                .setSeverity("critical")
                .setStatus(AlertStatus.FIRING)
                .setLabels(Map.of("job", "search", "db_password", CANARY))
                .setAnnotations(Map.of(
                        "summary", "cannot connect to postgresql://app:" + CANARY + "@db/app",
                        "description", "tried " + CANARY + " twice"))
                .setGeneratorUrl("http://prometheus/graph?g0.expr=up&token=Zk3Yx0m1Q7eW2r9T4uI8oA")
                .setStartsAt(Instant.EPOCH)
                .setSource("alertmanager")
                .setReceivedAt(Instant.EPOCH)
                .build();

        Alert clean = (Alert) of(alert);

        assertThat(clean.toString()).doesNotContain(CANARY).doesNotContain("Zk3Yx0m1Q7eW2r9T4uI8oA");
        assertThat(clean.getLabels()).containsEntry("job", "search").containsOnlyKeys("job", "db_password");
        assertThat(clean.getFingerprint()).isEqualTo(alert.getFingerprint());
        assertThat(clean.getAnnotations().get("description"))
                .startsWith("tried [secret:")
                .endsWith(" twice");
        assertThat(of(clean)).isEqualTo(clean);
    }

    @Test
    @DisplayName("SEC-5 the words of an order lose their secrets")
    void order() {
        ControlCommand command = ControlCommand.newBuilder()
                .setId("id")
                .setTarget("run")
                .setKind(ControlKind.CANCEL)
                .setTenant("default")
                .setReason("password=" + CANARY)
                .setText("use Bearer Zk3Yx0m1Q7eW2r9T4uI8oA")
                .setBy("kim")
                .setChannel("cli")
                .setAt(Instant.EPOCH)
                .build();

        assertThat(of(command).toString()).doesNotContain(CANARY).doesNotContain("Zk3Yx0m1Q7eW2r9T4uI8oA");
    }

    @Test
    @DisplayName("SEC-5 labels and inputs that only name a thing stay, or what they open could not work")
    void whatNamesAThingStays() {
        Map<String, String> inputs = Map.of(
                "key",
                "feedback-1234567890-a",
                "secret",
                "shop-tls-2026",
                "app.secret",
                "Qm7zT2kP9xW4vB1nR8sD",
                "api_key",
                CANARY);
        RunRequest request = RunRequest.newBuilder()
                .setRunId("run")
                .setTenant("default")
                .setPrincipal("kim")
                .setAgent("service-restorer")
                .setEnvironment("production")
                .setGoal("mend it")
                .setInputs(inputs)
                .setRequestedAt(Instant.EPOCH)
                .build();

        RunRequest clean = (RunRequest) of(request);

        assertThat(clean.getInputs())
                .containsEntry("key", "feedback-1234567890-a")
                .containsEntry("secret", "shop-tls-2026");
        assertThat(clean.getInputs().get("api_key")).startsWith("[secret:");
        assertThat(clean.getInputs().get("app.secret")).startsWith("[secret:");
    }

    private static SpecificRecord of(SpecificRecord record) {
        return DOOR.of(new Message("topic", "key", record)).record();
    }
}
