package io.flyball.toolexecutor.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.platform.redis.LuaScript;
import io.flyball.platform.redis.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The end of each run's chain, in Redis: what comes next, and what was put there but perhaps not written yet. */
final class ChainHead {
    private static final LuaScript APPEND = LuaScript.load("/audit/append.lua");
    private static final LuaScript WRITTEN = LuaScript.load("/audit/written.lua");
    private static final Duration KEEP = Duration.ofDays(30);

    private final Redis redis;

    ChainHead(Redis redis) {
        this.redis = redis;
    }

    /**
     * Where a chain ends.
     *
     * @param unwritten the last entry, while nobody knows that it stands on the topic
     */
    record End(long sequence, String hash, Optional<AuditEntry> unwritten) {}

    enum Appended {
        APPENDED,
        KNOWN,
        CONFLICT
    }

    End read(String chain) {
        Map<String, String> head = redis.commands().hgetall(key(chain));
        return new End(
                Long.parseLong(head.getOrDefault("sequence", "0")),
                head.getOrDefault("hash", ""),
                Optional.ofNullable(head.get("unwritten")).map(ChainHead::decode));
    }

    Appended append(String chain, String expectedHash, AuditEntry entry) {
        return Appended.valueOf(APPEND.run(
                        redis.commands(),
                        List.of(key(chain), key(chain) + ":ids"),
                        expectedHash,
                        entry.getId(),
                        Long.toString(entry.getSequence()),
                        entry.getHash(),
                        encode(entry),
                        Long.toString(KEEP.toMillis()))
                .getFirst());
    }

    void written(String chain, String hash) {
        WRITTEN.run(redis.commands(), List.of(key(chain)), hash);
    }

    private static String key(String chain) {
        return "audit:" + chain;
    }

    private static String encode(AuditEntry entry) {
        try {
            ByteBuffer bytes = entry.toByteBuffer();
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return Base64.getEncoder().encodeToString(array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuditEntry decode(String text) {
        try {
            return AuditEntry.fromByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
