package io.flyball.costledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the books the way the shell does, in maps, and compares them with a plain sum over distinct records. */
class LedgerWalkTest {
    private final Ledger ledger = new Ledger(Usages.prices());

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName(
            "COST-2 shuffled and repeated records add up to the sum of the distinct ones, however they are grouped")
    void totalsAreTheSumOfDistinctRecords(long seed) {
        Random random = new Random(seed);
        List<UsageRecord> distinct = IntStream.range(0, 200)
                .mapToObj(i -> Usages.random("u" + i, random))
                .toList();
        List<UsageRecord> sent = new ArrayList<>(distinct);
        random.ints(100, 0, 200).forEach(i -> sent.add(distinct.get(i)));
        Collections.shuffle(sent, random);

        Map<Bucket, Amount> books = books(sent);

        long expected = distinct.stream().mapToLong(this::cost).sum();
        for (GroupBy by : List.of(GroupBy.AGENT, GroupBy.PRINCIPAL, GroupBy.TENANT, GroupBy.DAY, GroupBy.HOUR)) {
            Totals totals = Totals.of(by, lines(books, Bucket.OfHour.class));
            assertThat(totals.all().costMicros()).as(by.toString()).isEqualTo(expected);
            assertThat(totals.all().entries()).as(by.toString()).isEqualTo(200);
        }
        for (Class<? extends Bucket> kind : List.of(Bucket.OfRunHour.class, Bucket.OfRun.class)) {
            assertThat(Totals.of(GroupBy.RUN, lines(books, kind)).all().costMicros())
                    .isEqualTo(distinct.stream()
                            .filter(u -> u.runId() != null)
                            .mapToLong(this::cost)
                            .sum());
        }
        assertThat(Totals.of(GroupBy.MODEL, lines(books, Bucket.OfHour.class))
                                .all()
                                .entries()
                        + Totals.of(GroupBy.TOOL, lines(books, Bucket.OfHour.class))
                                .all()
                                .entries())
                .isEqualTo(200);
    }

    private Map<Bucket, Amount> books(List<UsageRecord> sent) {
        Map<Bucket, Amount> books = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (UsageRecord usage : sent) {
            Memory memory = seen.contains(usage.id()) ? Memory.SEEN : Memory.NEW;
            if (ledger.decide(memory, usage) instanceof Decision.Recorded recorded) {
                recorded.buckets().forEach(bucket -> books.merge(bucket, recorded.amount(), Amount::plus));
                seen.add(usage.id());
            }
        }
        return books;
    }

    private long cost(UsageRecord usage) {
        Facets f = usage.facets();
        Tokens t = usage.tokens();
        return f.tool().isEmpty()
                ? Usages.prices()
                        .costMicros(
                                f.provider(),
                                f.model(),
                                t.input(),
                                t.output(),
                                t.cacheRead(),
                                t.cacheWrite(),
                                usage.usedAt())
                : 0;
    }

    private static List<Accounts.Line> lines(Map<Bucket, Amount> books, Class<? extends Bucket> kind) {
        return books.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getKey()))
                .map(entry -> new Accounts.Line(entry.getKey(), entry.getValue()))
                .toList();
    }
}
