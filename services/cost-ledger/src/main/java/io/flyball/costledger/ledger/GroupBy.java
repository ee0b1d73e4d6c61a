package io.flyball.costledger.ledger;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What totals are asked by. A use that the question does not concern, such as a tool's by model, has no group. */
public enum GroupBy {
    AGENT(facets(f -> Optional.of(f.agent()))),
    MODEL(facets(f -> f.ofModel() ? Optional.of(f.provider() + "/" + f.model()) : Optional.empty())),
    PRINCIPAL(facets(f -> Optional.of(f.principal()))),
    TENANT(facets(f -> Optional.of(f.tenant()))),
    TOOL(facets(f -> Optional.of(f.tool()).filter(tool -> !tool.isEmpty()))),
    RUN(GroupBy::run),
    DAY(bucket ->
            Optional.of(bucket.hour().atOffset(ZoneOffset.UTC).toLocalDate().toString())),
    HOUR(bucket -> Optional.of(bucket.hour().toString()));

    private final Function<Bucket, Optional<String>> group;

    GroupBy(Function<Bucket, Optional<String>> group) {
        this.group = group;
    }

    /** The group that a bucket belongs to, if any. */
    Optional<String> of(Bucket bucket) {
        return group.apply(bucket);
    }

    /** Whether the groups follow each other in time, rather than being ranked by what they cost. */
    public boolean isTime() {
        return this == DAY || this == HOUR;
    }

    /** By the name that people use, such as {@code agent}. */
    public static Optional<GroupBy> named(String name) {
        return Stream.of(values()).filter(by -> by.toString().equals(name)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Stream.of(values()).map(GroupBy::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Function<Bucket, Optional<String>> facets(Function<Facets, Optional<String>> of) {
        return bucket -> switch (bucket) {
            case Bucket.OfHour b -> of.apply(b.facets());
            case Bucket.OfRun b -> of.apply(b.facets());
            case Bucket.OfRunHour _ -> Optional.empty();
        };
    }

    private static Optional<String> run(Bucket bucket) {
        return switch (bucket) {
            case Bucket.OfRunHour b -> Optional.of(b.runId());
            case Bucket.OfRun b -> Optional.of(b.runId());
            case Bucket.OfHour _ -> Optional.empty();
        };
    }
}
