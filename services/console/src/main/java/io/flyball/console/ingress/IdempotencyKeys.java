package io.flyball.console.ingress;

import io.flyball.platform.redis.Redis;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which run an idempotency key gives, in Redis, so that every replica gives the same. */
@Component
final class IdempotencyKeys {
    private static final String PREFIX = "console:run-request:";
    private static final JsonMapper JSON = new JsonMapper();

    private final Redis redis;
    private final Duration kept;

    IdempotencyKeys(Redis redis, IngressProperties properties) {
        this.redis = redis;
        this.kept = properties.idempotency();
    }

    /** Takes the key for that run if nobody has it; else who has it. A key that ends in between is asked for again. */
    Claim claim(String key, String runId, String bodyHash) {
        Claim wanted = new Claim(runId, bodyHash, false);
        Optional<Claim> standing = Optional.empty();
        while (standing.isEmpty()) {
            SetArgs ifFree = SetArgs.Builder.nx().px(kept);
            standing = redis.commands().set(PREFIX + key, text(wanted), ifFree) != null
                    ? Optional.of(wanted)
                    : Optional.ofNullable(redis.commands().get(PREFIX + key)).map(IdempotencyKeys::claim);
        }
        return standing.get();
    }

    /** Notes that Kafka has the request; the key's time goes on. */
    void published(String key, Claim claim) {
        Claim done = new Claim(claim.runId(), claim.bodyHash(), true);
        redis.commands().set(PREFIX + key, text(done), SetArgs.Builder.xx().keepttl());
    }

    private static String text(Claim claim) {
        return new String(JSON.writeValueAsBytes(claim), StandardCharsets.UTF_8);
    }

    private static Claim claim(String text) {
        return JSON.readValue(text, Claim.class);
    }
}
