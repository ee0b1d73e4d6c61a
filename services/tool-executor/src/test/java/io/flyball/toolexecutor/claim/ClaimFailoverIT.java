package io.flyball.toolexecutor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.localstack.Neighbour;
import io.flyball.localstack.RedisGroup;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopValue;
import io.flyball.testkit.Await;
import io.flyball.testkit.RedisGroups;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimFailoverIT {
    private static final ClaimSettings SETTINGS =
            new ClaimSettings(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMillis(100));

    private final RedisGroup group = RedisGroups.start();
    private final Redis redis = new Redis(new ConnectionProperties(
            "127.0.0.1:1", URI.create("http://127.0.0.1:1"), group.url(), Duration.ofSeconds(5), null));
    private final RedisClaims claims = new RedisClaims(redis, new StopOrders(() -> true), SETTINGS);

    @AfterEach
    void close() {
        redis.close();
        group.close();
    }

    @Test
    @DisplayName(
            "TOOL-5 OPS-8 a claim that died with the master is not granted again: the new one knows that it may lack what was written last")
    void notTwice() {
        redis.commands().set(StopValue.KEY, "{\"active\":false}");
        claims.witness();
        ClaimRequest known = change("known");
        assertThat(claims.start(known)).isEqualTo(new Ticket.Granted());
        assertThat(redis.commands().waitForReplication(2, 60_000)).isEqualTo(2);

        ClaimRequest lost = change("lost");
        List<Neighbour> replicas = group.replicas();
        group.letNextWritesDieWithTheMaster();
        assertThat(claims.start(lost)).isEqualTo(new Ticket.Granted());
        group.master().kill();
        assertThat(claims.start(change("unheard"))).isInstanceOf(Ticket.Unclear.class);
        replicas.forEach(Neighbour::resumeProcess);
        Await.that("another master answers").until(() -> claims.witness().isEmpty());

        assertThat(standing(lost)).isInstanceOf(Standing.Lost.class);
        assertThat(standing(known)).isEqualTo(new Standing.Running("executor-a"));
        assertThat(claims.start(change("later", Instant.now().plusSeconds(1)))).isEqualTo(new Ticket.Granted());
    }

    /** For another attempt at the same action, by another executor, sent when it was sent. */
    private Standing standing(ClaimRequest request) {
        ClaimRequest again =
                new ClaimRequest(request.actionId(), Set.of(), "b", "executor-b", false, request.requestedAt());
        return claims.start(again) instanceof Ticket.Taken taken ? taken.standing() : new Standing.Free();
    }

    private static ClaimRequest change(String action) {
        return change(action, Instant.now());
    }

    private static ClaimRequest change(String action, Instant requestedAt) {
        return new ClaimRequest(action, Set.of(), "a", "executor-a", false, requestedAt);
    }
}
