package io.flyball.spending;

import io.flyball.platform.redis.Redis;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All budgets of which something was spent or held, as Redis has them. */
public final class BudgetBoard {
    private static final int KEYS_AT_ONCE = 1_000;

    private final Redis redis;

    public BudgetBoard(Redis redis) {
        this.redis = redis;
    }

    /** One of them. */
    public record Line(Counter counter, Counters.Standing standing) {}

    /**
     * Those that fit, in no order.
     *
     * @param fits asked with the counter's id
     * @throws io.lettuce.core.RedisException if Redis does not answer
     */
    public List<Line> lines(Predicate<String> fits) {
        List<Line> lines = new ArrayList<>();
        ScanArgs every = ScanArgs.Builder.matches(RedisCounters.COUNTER + "*").limit(KEYS_AT_ONCE);
        ScanCursor at = ScanCursor.INITIAL;
        do {
            KeyScanCursor<String> page = redis.commands().scan(at, every);
            page.getKeys().stream()
                    .filter(key -> fits.test(key.substring(RedisCounters.COUNTER.length())))
                    .flatMap(this::line)
                    .forEach(lines::add);
            at = page;
        } while (!at.isFinished());
        // A scan may name a key twice.
        return lines.stream().distinct().toList();
    }

    /** Counters of an older version do not say what they are. */
    private Stream<Line> line(String key) {
        Map<String, String> fields = redis.commands().hgetall(key);
        String about = fields.get("about");
        if (about == null) {
            return Stream.empty();
        }
        Counter counter = CounterCodec.counter(about);
        String raised = redis.commands().get(RedisCounters.RAISE + counter.id());
        long limit = Math.max(counter.limit(), raised == null ? 0 : Long.parseLong(raised));
        return Stream.of(new Line(
                counter, new Counters.Standing(number(fields.get("used")), number(fields.get("held")), limit)));
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
