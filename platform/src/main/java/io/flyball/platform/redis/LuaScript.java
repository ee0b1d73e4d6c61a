package io.flyball.platform.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A script that Redis runs in one step; it is sent whole only when Redis does not know it. */
public final class LuaScript {
    private final String source;

    private LuaScript(String source) {
        this.source = source;
    }

    /** The script of that resource. */
    public static LuaScript load(String resource) {
        try (InputStream lua = LuaScript.class.getResourceAsStream(resource)) {
            return new LuaScript(new String(
                    Objects.requireNonNull(lua, resource + " is not packaged").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it answers, as a list of strings. */
    public List<String> run(RedisCommands<String, String> redis, List<String> keys, String... arguments) {
        String[] keyArray = keys.toArray(String[]::new);
        List<String> answer;
        try {
            answer = redis.evalsha(redis.digest(source), ScriptOutputType.MULTI, keyArray, arguments);
        } catch (RedisNoScriptException _) {
            answer = redis.eval(source, ScriptOutputType.MULTI, keyArray, arguments);
        }
        return answer;
    }
}
