package io.flyball.platform.lock;

import io.flyball.platform.redis.LuaScript;
import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Locks in Redis, each change of them one script. */
public final class RedisLocks implements Locks {
    private static final Logger log = LoggerFactory.getLogger(RedisLocks.class);
    private static final LuaScript SCRIPT = LuaScript.load("/lock/lock.lua");
    private static final String PREFIX = "flyball:lock:";
    private static final String SINCE = "flyball:locks:since";
    /** Tokens grow with the clock too, so that what is forgotten after this long does no harm. */
    private static final Duration KEEP = Duration.ofDays(7);

    private final Redis redis;

    public RedisLocks(Redis redis) {
        this.redis = redis;
    }

    @Override
    public LockAnswer acquire(LockRequest request, Duration lease) {
        try {
            List<String> answer = run("acquire", request, 0, lease);
            return switch (answer.getFirst()) {
                case "GRANTED" -> new LockAnswer.Granted(Long.parseLong(answer.get(1)));
                case "HELD" ->
                    new LockAnswer.Held(
                            request.resources().get(Integer.parseInt(answer.get(1))),
                            answer.get(2),
                            Instant.ofEpochMilli(Long.parseLong(answer.get(3))));
                case "UNCLEAR" ->
                    new LockAnswer.Unclear("Redis has forgotten who held what; until "
                            + Instant.ofEpochMilli(Long.parseLong(answer.get(1))) + " somebody may still hold it");
                default -> throw new IllegalStateException("lock.lua answered " + answer);
            };
        } catch (RedisException e) {
            return new LockAnswer.Unclear("Redis does not answer: " + e.getMessage());
        }
    }

    @Override
    public Renewal renew(LockRequest request, long token, Duration lease) {
        try {
            return run("renew", request, token, lease).getFirst().equals("DONE") ? Renewal.KEPT : Renewal.LOST;
        } catch (RedisException e) {
            log.warn("cannot renew the locks on {}: {}", request.resources(), e.toString());
            return Renewal.UNKNOWN;
        }
    }

    @Override
    public void release(LockRequest request, long token) {
        try {
            run("release", request, token, Duration.ZERO);
        } catch (RedisException e) {
            log.warn("the locks on {} will run out by themselves: {}", request.resources(), e.toString());
        }
    }

    @Override
    public void witness() {
        try {
            run("witness", new LockRequest(List.of("none"), "", ""), 0, Duration.ZERO);
        } catch (RedisException e) {
            log.warn("cannot note since when locks are remembered: {}", e.toString());
        }
    }

    private List<String> run(String change, LockRequest request, long token, Duration lease) {
        List<String> keys = Stream.concat(
                        Stream.of(SINCE), request.resources().stream().map(PREFIX::concat))
                .toList();
        return SCRIPT.run(
                redis.commands(),
                keys,
                change,
                request.owner(),
                request.holder(),
                Long.toString(lease.toMillis()),
                Long.toString(token),
                Long.toString(KEEP.toMillis()));
    }
}
