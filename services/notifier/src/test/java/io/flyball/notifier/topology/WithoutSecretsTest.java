package io.flyball.notifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.notifier.Messages;
import io.flyball.notifier.message.Kind;
import io.flyball.notifier.message.Message;
import io.flyball.secrets.SecretFilter;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithoutSecretsTest {
    private static final String SECRET = "Tr0ub4dor-and-3-horses";

    private final WithoutSecrets secrets = new WithoutSecrets(new SecretFilter(new byte[] {1}));

    private static Message with(String title, String body, Map<String, String> fields, Map<String, String> links) {
        return Messages.of(Kind.BRIEFING, "critical", title, body).inWords(title, body, fields, links);
    }

    @Test
    @DisplayName("SEC-1 SEC-5 a secret is in no part of a notice, also where only another part says that it is one")
    void everywhere() {
        Message told = secrets.of(with(
                "login with " + SECRET + " failed",
                "postgres://shop:" + SECRET + "@db:5432/shop does not answer",
                Map.of("db_password", SECRET, "why", "it was " + SECRET),
                Map.of("console", "http://127.0.0.1/?token=" + SECRET)));

        assertThat(told.toString()).doesNotContain(SECRET).contains("[secret:");
        assertThat(told.fields()).containsOnlyKeys("db_password", "why");
        assertThat(told.fields().get("db_password")).startsWith("[secret:");
    }

    @Test
    @DisplayName("SEC-5 a notice without secrets stays word for word, and one that was filtered is not filtered again")
    void nothingElse() {
        Message plain = with(
                "ServiceDown on shop: RESOLVED",
                "It serves again. Cost: $0.12",
                Map.of("outcome", "RESOLVED", "run", "01a22009-e383-7000-9375-9cfbbaa6081f"),
                Map.of("console", "http://127.0.0.1:7400/#/runs/01a22009-e383-7000-9375-9cfbbaa6081f"));
        Message once = secrets.of(with("x", "password=" + SECRET, Map.of(), Map.of()));

        assertThat(secrets.of(plain)).isEqualTo(plain);
        assertThat(secrets.of(once)).isEqualTo(once);
    }
}
