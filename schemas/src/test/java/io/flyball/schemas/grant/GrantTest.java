package io.flyball.schemas.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final GrantedAction RESTART =
            new GrantedAction("r1", "r1:1:0", "hash", "default", "restorer", "CHANGE", false);
    private static final Grant GRANT =
            new Grant(RESTART, new StopEpoch(7, 0, 3, 0), "policy", "catalogue", "ann", NOON.plusSeconds(60));
    private static final SigningKey GOVERNOR = SigningKey.fresh();

    private final VerifyingKeys keys = new VerifyingKeys(List.of(GOVERNOR.verifying()));

    @Test
    @DisplayName("GOV-15 a grant that the governor signed comes out as it went in")
    void genuine() {
        assertThat(keys.open(GOVERNOR.sign(GRANT))).isEqualTo(new VerifyingKeys.Opened.Genuine(GRANT));
        assertThat(worth(GOVERNOR.sign(GRANT), RESTART)).isEqualTo(new Worth.Good(GRANT));
    }

    @Test
    @DisplayName("GOV-15 the same grant always has the same text, so that a verdict that is given again is the same")
    void sameText() {
        SigningKey read = SigningKey.of(GOVERNOR.text());

        assertThat(read.sign(GRANT)).isEqualTo(GOVERNOR.sign(GRANT));
    }

    @Test
    @DisplayName("GOV-15 a grant that somebody else signed is forged, also under the governor's key id")
    void forged() {
        SigningKey other = SigningKey.fresh();
        String signed = other.sign(GRANT);

        assertThat(worth(signed, RESTART)).isInstanceOf(Worth.Never.class);
        assertThat(worth(
                        signed.replace(
                                other.verifying().id(), GOVERNOR.verifying().id()),
                        RESTART))
                .isInstanceOfSatisfying(
                        Worth.Never.class, never -> assertThat(never.why()).contains("signature"));
    }

    @Test
    @DisplayName("GOV-15 one bit more or less anywhere, and it is no grant")
    void altered() {
        String signed = GOVERNOR.sign(GRANT);
        for (int i = 0; i < signed.length() - 1; i++) {
            char other = signed.charAt(i) == 'A' ? 'B' : 'A';
            String altered = signed.substring(0, i) + other + signed.substring(i + 1);
            assertThat(worth(altered, RESTART)).as("character %d", i).isInstanceOf(Worth.Never.class);
        }
    }

    @Test
    @DisplayName("GOV-15 another time in a grant under the old signature is seen")
    void prolonged() {
        String[] parts = GOVERNOR.sign(GRANT).split("\\.");
        String later = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8)
                .replace("12:01:00", "18:01:00");
        parts[2] = Base64.getUrlEncoder().withoutPadding().encodeToString(later.getBytes(StandardCharsets.UTF_8));

        assertThat(later).contains("18:01:00");
        assertThat(worth(String.join(".", parts), RESTART)).isInstanceOf(Worth.Never.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "run, r2, r1:1:0, hash, default, restorer, CHANGE, false",
        "action, r1, r1:1:1, hash, default, restorer, CHANGE, false",
        "arguments, r1, r1:1:0, other, default, restorer, CHANGE, false",
        "tenant, r1, r1:1:0, hash, other, restorer, CHANGE, false",
        "agent, r1, r1:1:0, hash, default, other, CHANGE, false",
        "effect, r1, r1:1:0, hash, default, restorer, READ, false",
        "dry run, r1, r1:1:0, hash, default, restorer, CHANGE, true"
    })
    @DisplayName("GOV-15 a grant is worth nothing for another")
    void foreign(
            String other,
            String run,
            String action,
            String hash,
            String tenant,
            String agent,
            String effect,
            boolean dry) {
        var call = new GrantedAction(run, action, hash, tenant, agent, effect, dry);

        assertThat(worth(GOVERNOR.sign(GRANT), call)).as(other).isInstanceOf(Worth.Never.class);
    }

    @Test
    @DisplayName("GOV-15 judged by another catalogue, or without a grant: the governor may allow it again")
    void anotherCatalogue() {
        assertThat(Worth.of(GOVERNOR.sign(GRANT), RESTART, "newer", keys)).isInstanceOf(Worth.Gone.class);
        assertThat(worth(null, RESTART)).isInstanceOf(Worth.Gone.class);
    }

    @Test
    @DisplayName("GOV-15 it is worth nothing any more from its last moment on")
    void expires() {
        assertThat(Worth.at(GRANT, StopEpoch.NONE, NOON.plusSeconds(60).minusNanos(1)))
                .isEqualTo(new Worth.Good(GRANT));
        assertThat(Worth.at(GRANT, StopEpoch.NONE, NOON.plusSeconds(60))).isInstanceOf(Worth.Gone.class);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 0, 3, 0, true",
        "6, 0, 2, 0, true",
        "8, 0, 3, 0, false",
        "7, 1, 3, 0, false",
        "7, 0, 4, 0, false",
        "7, 0, 3, 1, false"
    })
    @DisplayName("STOP-12 GOV-15 a grant from before a newer order of stop or kill is worth nothing")
    void preStop(long all, long agent, long tool, long tenant, boolean good) {
        Worth worth = Worth.at(GRANT, new StopEpoch(all, agent, tool, tenant), NOON);

        assertThat(worth instanceof Worth.Good).isEqualTo(good);
    }

    @Test
    @DisplayName("GOV-15 while keys change, both count; afterwards the old one does not")
    void rotation() {
        SigningKey next = SigningKey.fresh();
        String both = "# old\n" + GOVERNOR.verifying().text() + "\n\n# new\n"
                + next.verifying().text() + "\n";

        assertThat(VerifyingKeys.of(both).open(GOVERNOR.sign(GRANT))).isInstanceOf(VerifyingKeys.Opened.Genuine.class);
        assertThat(VerifyingKeys.of(both).open(next.sign(GRANT))).isInstanceOf(VerifyingKeys.Opened.Genuine.class);
        assertThat(VerifyingKeys.of(next.verifying().text()).open(GOVERNOR.sign(GRANT)))
                .isInstanceOf(VerifyingKeys.Opened.Forged.class);
    }

    @Test
    @DisplayName("GOV-15 halves of two keys are no signing key")
    void mixedKeys() {
        String mixed = SigningKey.fresh().verifying().text() + "\n"
                + GOVERNOR.text().lines().toList().getLast();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.of(mixed))
                .withMessageContaining("belong");
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> VerifyingKeys.of("nonsense"));
    }

    private Worth worth(@org.jspecify.annotations.Nullable String signed, GrantedAction action) {
        return Worth.of(signed, action, "catalogue", keys);
    }
}
