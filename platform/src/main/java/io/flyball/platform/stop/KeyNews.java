package io.flyball.platform.stop;

import io.flyball.platform.redis.Redis;
import io.lettuce.core.RedisException;

/** What Redis tells about changed keys, if it is set to (notify-keyspace-events). */
final class KeyNews {
    private static final String SETTING = "notify-keyspace-events";

    private KeyNews() {}

    /** The pattern of the channels on which it tells of that key, in whichever database. */
    static String of(String key) {
        return "__keyspace@*__:" + key;
    }

    /** Whether it tells when a key is set, deleted, or gone with time. Where it does not say, it does not tell. */
    static boolean areTold(Redis redis) {
        try {
            return areTold(redis.commands().configGet(SETTING).getOrDefault(SETTING, ""));
        } catch (RedisException _) {
            return false;
        }
    }

    static boolean areTold(String setting) {
        return setting.contains("K")
                && (setting.contains("A") || "$gx".chars().allMatch(kind -> setting.indexOf(kind) >= 0));
    }
}
