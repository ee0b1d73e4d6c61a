package io.flyball.governor.stop;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The value of a kill switch's key: JSON that says who and why, or whatever somebody set by hand. */
record SwitchValue(KillSwitch target) implements KeyWords {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public KeyReading read(@Nullable String value, Instant at) {
        if (value == null) {
            return new KeyReading.Missing();
        }
        String id = StopValue.order(value);
        return new KeyReading.Held(
                value,
                switch (StopValue.readKillSwitch(target.key(), value)) {
                    case StopState.Clear _ -> new StopOrder(id, false, "switched off", "unknown", KeyValue.BY_HAND, at);
                    case StopState.Stopped on ->
                        new StopOrder(id, true, on.reason(), on.by(), KeyValue.BY_HAND, KeyValue.time(on.at(), at));
                    case StopState.Unknown unknown ->
                        new StopOrder(id, true, unknown.why(), "unknown", KeyValue.BY_HAND, at);
                });
    }

    @Override
    public String of(StopOrder order) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("reason", order.reason());
        value.put("by", order.by());
        value.put("at", order.at().toString());
        if (!order.id().isEmpty()) {
            value.put(StopValue.ORDER, order.id());
        }
        return JSON.writeValueAsString(value);
    }
}
