package io.flyball.governor.stop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order stands in a key. */
interface KeyWords {

    /** What that value says, looked at at that time. */
    KeyReading read(@Nullable String value, Instant at);

    /** The value that holds that order. */
    String of(StopOrder order);

    /** Those of that target's key. */
    static KeyWords of(OrderTarget target) {
        return switch (target) {
            case OrderTarget.Everything _ -> new KeyValue();
            case OrderTarget.Switch it -> new SwitchValue(it.of());
        };
    }
}
