package io.flyball.governor.stop;

import io.flyball.platform.redis.Redis;
import io.flyball.platform.stop.KillSwitch;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.HashSet;
import java.util.Set;

/** Finds keys of switches that no order speaks of. Each call goes a bounded way on, however many keys there are. */
final class SwitchScan {
    private static final int PAGES = 10;
    private static final ScanArgs PAGE =
            ScanArgs.Builder.matches(KillSwitch.PATTERN).limit(1_000);

    private final Redis redis;
    private ScanCursor place = ScanCursor.INITIAL;

    SwitchScan(Redis redis) {
        this.redis = redis;
    }

    /** The switches on this part of the way; none if Redis does not answer. */
    Set<KillSwitch> next() {
        Set<KillSwitch> found = new HashSet<>();
        try {
            for (int page = 0; page < PAGES; page++) {
                KeyScanCursor<String> keys = redis.commands().scan(place, PAGE);
                keys.getKeys().forEach(key -> KillSwitch.ofKey(key).ifPresent(found::add));
                place = keys.isFinished() ? ScanCursor.INITIAL : keys;
                if (keys.isFinished()) {
                    break;
                }
            }
        } catch (RedisException _) {
            place = ScanCursor.INITIAL;
        }
        return found;
    }
}
