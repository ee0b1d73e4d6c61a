package io.flyball.costledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.costledger.ledger.Bucket;
import io.flyball.costledger.ledger.Facets;
import io.flyball.costledger.ledger.Usages;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BucketKeyTest {
    private static final Facets PLAIN = new Facets("t", "prod", "ann", "a", "acme", "small", "");
    private static final Facets NASTY = new Facets("t\u001fx", "%1F", "%", "", "é/ü", "a b", "\u0000\uD83D\uDE00");

    static Stream<Bucket> buckets() {
        return Stream.of(PLAIN, NASTY)
                .flatMap(facets -> Stream.of(
                        new Bucket.OfHour(Usages.NOON, facets),
                        new Bucket.OfRun("run\u001f1", Usages.NOON, facets),
                        new Bucket.OfRunHour(Usages.NOON, "run%251")));
    }

    @ParameterizedTest
    @MethodSource("buckets")
    void thereAndBack(Bucket bucket) {
        assertThat(BucketKey.parse(BucketKey.of(bucket))).isEqualTo(bucket);
    }

    @Test
    void aRangeOfHoursHasTheFirstAndNotTheLast() {
        var range = BucketKey.between(BucketKey.OF_HOUR, Usages.NOON, Usages.NOON.plus(Duration.ofHours(2)));

        assertThat(Stream.of(-1, 0, 1, 2).filter(hours -> within(range, hour(hours))))
                .containsExactly(0, 1);
    }

    @Test
    void aRunsRangeHasNoOtherRun() {
        var range = BucketKey.beginningWith(BucketKey.OF_RUN, "run-1");

        assertThat(within(range, new Bucket.OfRun("run-1", Usages.NOON, PLAIN))).isTrue();
        assertThat(within(range, new Bucket.OfRun("run-10", Usages.NOON, PLAIN)))
                .isFalse();
        assertThat(within(range, new Bucket.OfRun("run-", Usages.NOON, PLAIN))).isFalse();
        assertThat(within(range, new Bucket.OfRunHour(Usages.NOON, "run-1"))).isFalse();
    }

    private static Bucket hour(int hours) {
        return new Bucket.OfHour(Usages.NOON.plus(Duration.ofHours(hours)), PLAIN);
    }

    private static boolean within(BucketKey.Range range, Bucket bucket) {
        String key = BucketKey.of(bucket);
        return key.compareTo(range.from()) >= 0 && key.compareTo(range.to()) <= 0;
    }
}
