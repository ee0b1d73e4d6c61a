package io.flyball.toolexecutor.claim;

import io.flyball.platform.redis.LuaScript;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.OrderSight;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopValue;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims in Redis: {@code claim:<action>}. */
public final class RedisClaims implements Claims {
    /** Since when this Redis remembers; gone with everything else when it is emptied. */
    public static final String EPOCH = "flyball:redis-epoch";

    private static final Logger log = LoggerFactory.getLogger(RedisClaims.class);
    private static final LuaScript CLAIM = LuaScript.load("/claim/claim.lua");
    private static final LuaScript UPDATE = LuaScript.load("/claim/claim-update.lua");

    private final Redis redis;
    private final StopOrders orders;
    private final ClaimSettings settings;
    private final ClaimAnswers answers;

    public RedisClaims(Redis redis, StopOrders orders, ClaimSettings settings) {
        this.redis = redis;
        this.orders = orders;
        this.settings = settings;
        this.answers = new ClaimAnswers(orders);
    }

    /** The key of an action's claim. */
    public static String key(String actionId) {
        return "claim:" + actionId;
    }

    @Override
    public Standing look(ClaimRequest request) {
        try {
            return ClaimAnswers.standing(ask("look", request));
        } catch (RedisException e) {
            throw unreachable(e);
        }
    }

    @Override
    public Ticket start(ClaimRequest request) {
        try {
            return answers.ticket(ask("start", request));
        } catch (RedisException e) {
            return new Ticket.Unclear(unanswered(e));
        }
    }

    private List<String> ask(String mode, ClaimRequest request) {
        OrderSight sight = orders.sight();
        return CLAIM.run(
                redis.commands(),
                keys(request),
                mode,
                request.attempt(),
                request.executor(),
                request.mayRepeat() ? "1" : "0",
                Long.toString(request.requestedAt().toEpochMilli()),
                millis(settings.lease()),
                millis(settings.keep()),
                millis(settings.clockSkew()),
                word(sight),
                sight instanceof OrderSight.Newest newest ? newest.id() : "",
                killed(request));
    }

    private static List<String> keys(ClaimRequest request) {
        List<String> keys = new ArrayList<>(List.of(StopValue.KEY, key(request.actionId()), EPOCH));
        request.switches().forEach(one -> keys.add(one.key()));
        return keys;
    }

    /** The key of a switch that is on by its order, whatever Redis says; empty if none is. */
    private String killed(ClaimRequest request) {
        return request.switches().stream()
                .filter(one -> orders.killed(one).isPresent())
                .map(KillSwitch::key)
                .findFirst()
                .orElse("");
    }

    private static String word(OrderSight sight) {
        return switch (sight) {
            case OrderSight.NotRead _ -> "not-read";
            case OrderSight.NoOrder _ -> "none";
            case OrderSight.Newest newest -> newest.stops() ? "stop" : "release";
        };
    }

    @Override
    public void renew(ClaimRequest request) {
        attempt("renew", request);
    }

    @Override
    public void release(ClaimRequest request) {
        attempt("release", request);
    }

    private void attempt(String change, ClaimRequest request) {
        try {
            update(change, request, "");
        } catch (RedisException e) {
            log.warn("cannot {} the claim of {}: {}", change, request.actionId(), e.toString());
        }
    }

    @Override
    public String finish(ClaimRequest request, String result) {
        return settle("finish", request, result);
    }

    @Override
    public String giveUp(ClaimRequest request, String result) {
        return settle("give-up", request, result);
    }

    private String settle(String change, ClaimRequest request, String result) {
        try {
            return update(change, request, result).get(1);
        } catch (RedisException e) {
            throw unreachable(e);
        }
    }

    private List<String> update(String change, ClaimRequest request, String result) {
        return UPDATE.run(
                redis.commands(),
                List.of(key(request.actionId())),
                change,
                request.attempt(),
                millis(settings.lease()),
                millis(settings.keep()),
                result);
    }

    @Override
    public Optional<String> witness() {
        try {
            ask("witness", new ClaimRequest("", Set.of(), "", "", true, Instant.EPOCH));
            return Optional.empty();
        } catch (RedisException e) {
            return Optional.of(e.toString());
        }
    }

    private static ClaimsUnreachable unreachable(RedisException e) {
        return new ClaimsUnreachable(unanswered(e), e);
    }

    private static String unanswered(RedisException e) {
        return "Redis does not answer: " + e.getMessage();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
