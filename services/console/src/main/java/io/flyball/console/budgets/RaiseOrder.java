package io.flyball.console.budgets;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Fields;
import io.flyball.console.door.Json;
import io.flyball.spending.Unit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends to let a budget have more.
 *
 * @param tenant whose it is; empty where only one tenant has such a budget
 * @param unit empty where it is limited in one unit only
 * @param to the limit from now on, in the unit
 */
record RaiseOrder(
        String budget,
        Optional<String> tenant,
        Optional<Unit> unit,
        long to,
        String reason,
        String by,
        String channel) {
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_BUDGET = 500;
    private static final Set<String> CHANNELS = Set.of("console", "cli", "api");

    static RaiseOrder read(byte @Nullable [] body, Caller caller) {
        Fields fields = Json.object(body);
        fields.only(Set.of("budget", "tenant", "unit", "to", "reason", "by", "channel"));
        String channel = fields.text("channel").orElse(caller.channel());
        if (!CHANNELS.contains(channel)) {
            fields.expected("channel", "one of console, cli, api");
        }
        var order = new RaiseOrder(
                fields.required("budget", LONGEST_BUDGET),
                fields.text("tenant"),
                unit(fields),
                to(fields),
                fields.required("reason", LONGEST_REASON),
                caller.by(fields.text("by")),
                channel);
        fields.done();
        return order;
    }

    private static Optional<Unit> unit(Fields fields) {
        Optional<String> named = fields.text("unit");
        Optional<Unit> unit = named.flatMap(label -> Arrays.stream(Unit.values())
                .filter(it -> it.label().equals(label))
                .findFirst());
        if (named.isPresent() && unit.isEmpty()) {
            fields.expected("unit", "tokens or micro-dollars");
        }
        return unit;
    }

    private static long to(Fields fields) {
        var value = fields.json("to");
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() <= 0) {
            fields.expected("to", "the new limit, a whole number of tokens or micro-dollars");
            return 0;
        }
        return value.asLong();
    }
}
