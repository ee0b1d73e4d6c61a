package io.flyball.spending;

import java.time.Instant;

/** Counters as Redis keeps them beside what they show, so that budgets can be listed. */
final class CounterCodec {
    private static final String BETWEEN = "\u001f";
    private static final int PARTS = 6;

    private CounterCodec() {}

    static String text(Counter counter) {
        Instant end = counter.resetsAt();
        return String.join(
                BETWEEN,
                counter.tenant(),
                counter.budget(),
                counter.period(),
                counter.unit().name(),
                Long.toString(counter.limit()),
                end == null ? "" : Long.toString(end.toEpochMilli()));
    }

    static Counter counter(String text) {
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no counter: " + text);
        }
        return new Counter(
                parts[1],
                parts[2],
                parts[0],
                Unit.valueOf(parts[3]),
                Long.parseLong(parts[4]),
                parts[5].isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(parts[5])));
    }
}
