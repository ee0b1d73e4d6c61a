package io.flyball.costledger.topology;

import io.flyball.costledger.ledger.Bucket;
import io.flyball.costledger.ledger.Facets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Buckets as keys of a store that is sorted by key, so that hours and runs can be read and dropped as ranges. */
final class BucketKey {
    static final String OF_HOUR = "hour";
    static final String OF_RUN_HOUR = "run-hour";
    static final String OF_RUN = "run";

    private static final char SEPARATOR = '\u001f';
    private static final char AFTER_SEPARATOR = SEPARATOR + 1;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withZone(ZoneOffset.UTC);

    private BucketKey() {}

    static String of(Bucket bucket) {
        return switch (bucket) {
            case Bucket.OfHour b -> join(OF_HOUR, HOUR.format(b.hour())) + SEPARATOR + of(b.facets());
            case Bucket.OfRunHour b -> join(OF_RUN_HOUR, HOUR.format(b.hour()), b.runId());
            case Bucket.OfRun b -> join(OF_RUN, b.runId(), HOUR.format(b.hour())) + SEPARATOR + of(b.facets());
        };
    }

    static Bucket parse(String key) {
        List<String> parts = parts(key);
        return switch (parts.getFirst()) {
            case OF_HOUR -> new Bucket.OfHour(hour(parts.get(1)), facets(parts.subList(2, parts.size())));
            case OF_RUN_HOUR -> new Bucket.OfRunHour(hour(parts.get(1)), parts.get(2));
            case OF_RUN -> new Bucket.OfRun(parts.get(1), hour(parts.get(2)), facets(parts.subList(3, parts.size())));
            default -> throw new IllegalArgumentException("not a bucket's key: " + key);
        };
    }

    /** A range of keys, both ends included. */
    record Range(String from, String to) {}

    /** Everything that begins with these parts. */
    static Range beginningWith(String... parts) {
        String prefix = join(parts);
        return new Range(prefix + SEPARATOR, prefix + AFTER_SEPARATOR);
    }

    /** Everything of that kind in hours from the one until before the other. No key ends with its hour. */
    static Range between(String kind, Instant from, Instant to) {
        return new Range(join(kind, HOUR.format(from)), join(kind, HOUR.format(to)));
    }

    static String format(Instant hour) {
        return HOUR.format(hour);
    }

    private static String of(Facets f) {
        return join(f.tenant(), f.environment(), f.principal(), f.agent(), f.provider(), f.model(), f.tool());
    }

    private static Facets facets(List<String> p) {
        return new Facets(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4), p.get(5), p.get(6));
    }

    private static Instant hour(String text) {
        return Instant.parse(text + ":00:00Z");
    }

    private static String join(String... parts) {
        return Stream.of(parts).map(BucketKey::escape).collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        for (int from = 0, to; from <= key.length(); from = to + 1) {
            to = key.indexOf(SEPARATOR, from);
            to = to < 0 ? key.length() : to;
            parts.add(unescape(key.substring(from, to)));
        }
        return parts;
    }

    private static String escape(String part) {
        return part.replace("%", "%25").replace(String.valueOf(SEPARATOR), "%1F");
    }

    private static String unescape(String part) {
        return part.replace("%1F", String.valueOf(SEPARATOR)).replace("%25", "%");
    }
}
