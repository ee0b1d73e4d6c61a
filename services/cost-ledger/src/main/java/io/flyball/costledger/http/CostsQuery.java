package io.flyball.costledger.http;

import io.flyball.costledger.ledger.GroupBy;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/**
 * What {@code GET /costs} asks.
 *
 * @param from begin of the first hour, because totals are kept by hour
 * @param to end of the last hour
 */
record CostsQuery(GroupBy by, Instant from, Instant to) {
    private static final Duration USUAL = Duration.ofDays(1);
    private static final String TIME = "a time such as 2026-11-21T10:00:00Z or a day such as 2026-11-21";
    private static final Set<String> KNOWN = Set.of("by", "from", "to");
    /** What is written with four digits of a year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * The question in these parameters: by agent and over the last 24 hours, unless they say otherwise.
     *
     * @throws BadParameter for the first one that cannot be understood
     */
    static CostsQuery parse(MultiValueMap<String, String> parameters, Instant now) {
        requireKnown(parameters);
        GroupBy by = single(parameters, "by").map(CostsQuery::groupBy).orElse(GroupBy.AGENT);
        Instant to =
                ceiling(single(parameters, "to").map(text -> time("to", text)).orElse(now));
        Instant from = single(parameters, "from")
                .map(text -> time("from", text))
                .orElseGet(() -> to.minus(USUAL))
                .truncatedTo(ChronoUnit.HOURS);
        if (!from.isBefore(to)) {
            throw new BadParameter("from", from.toString(), "a time before 'to', which is " + to);
        }
        return new CostsQuery(by, from, to);
    }

    private static void requireKnown(MultiValueMap<String, String> parameters) {
        Set<String> unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(KNOWN);
        unknown.stream().findFirst().ifPresent(name -> {
            throw new BadParameter(name, String.join(",", parameters.getOrDefault(name, List.of())), "by, from or to");
        });
    }

    private static Optional<String> single(MultiValueMap<String, String> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadParameter(name, String.join(",", values), "one value");
        }
        return values.stream().findFirst();
    }

    private static GroupBy groupBy(String name) {
        return GroupBy.named(name).orElseThrow(() -> new BadParameter("by", name, "one of " + GroupBy.names()));
    }

    private static Instant time(String parameter, String text) {
        return parse(text)
                .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(LATEST))
                .orElseThrow(() -> new BadParameter(parameter, text, TIME));
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant ceiling(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }
}
