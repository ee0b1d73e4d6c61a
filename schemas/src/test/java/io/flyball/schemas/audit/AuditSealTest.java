package io.flyball.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AuditSealTest {
    private static final Instant AT = Instant.parse("2026-11-27T12:00:00Z");
    private static final Heads HEADS = new Heads(Map.of("run", new Head(3, "ab")), new TreeSet<>(Set.of("cd")));

    @Test
    @DisplayName("AUD-2 a seal is genuine until a letter of it changes, or the key")
    void genuine() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        ObjectNode line = AuditSeal.line(AT, HEADS, key);

        AuditSeal seal = AuditSeal.of(line);
        assertThat(seal.genuine()).isTrue();
        assertThat(seal.heads()).isEqualTo(HEADS);
        assertThat(seal.at()).isEqualTo(AT);

        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        ObjectNode forged =
                line.deepCopy().put("sealed", line.get("sealed").asString().replace("\"ab\"", "\"ef\""));
        assertThat(AuditSeal.of(forged).genuine()).isFalse();
        ObjectNode foreign = line.deepCopy()
                .put(
                        "publicKey",
                        AuditSeal.line(AT, HEADS, other).get("publicKey").asString());
        assertThat(AuditSeal.of(foreign).genuine()).isFalse();
        assertThat(AuditSeal.of(line.deepCopy().put("signature", "no base 64")).genuine())
                .isFalse();
    }
}
