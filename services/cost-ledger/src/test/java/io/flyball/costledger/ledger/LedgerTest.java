package io.flyball.costledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:34:56Z");
    private static final Instant HOUR = Instant.parse("2026-11-21T12:00:00Z");

    private final Ledger ledger = new Ledger(Usages.prices());

    @Test
    @DisplayName("COST-2 a model call is priced and counts in its hour, its run and its run's hour")
    void recordsAModelCall() {
        Facets facets = Usages.model("restorer", "ann", "small");
        var usage = Usages.of("u1", "r1", facets, new Tokens(1_000, 10, 100, 8), AT);

        assertThat(ledger.decide(Memory.NEW, usage))
                .isEqualTo(new Decision.Recorded(
                        new Amount(1, 0, 1_000 + 20 + 10 + 10, usage.tokens(), 5),
                        java.util.List.of(
                                new Bucket.OfHour(HOUR, facets),
                                new Bucket.OfRunHour(HOUR, "r1"),
                                new Bucket.OfRun("r1", HOUR, facets))));
    }

    @Test
    @DisplayName("COST-2 the second record with one usage id changes nothing")
    void repeatsChangeNothing() {
        var usage = Usages.of("u1", "r1", Usages.model("a", "p", "small"), new Tokens(1, 1, 1, 1), AT);

        assertThat(ledger.decide(Memory.SEEN, usage)).isInstanceOf(Decision.Repeated.class);
    }

    @Test
    @DisplayName("COST-1 an unknown model is priced at the dearest and flagged")
    void unknownModelsAreGuessed() {
        var usage = Usages.of("u1", "r1", Usages.model("a", "p", "brand-new"), new Tokens(2, 0, 0, 0), AT);

        assertThat(recorded(usage).amount()).isEqualTo(new Amount(1, 1, 20, usage.tokens(), 5));
    }

    @Test
    void toolsCostNothingAndNothingIsGuessedAboutThem() {
        var usage = Usages.of("u1", "r1", Usages.tool("a", "p", "run_command"), Tokens.NONE, AT);

        assertThat(recorded(usage).amount()).isEqualTo(new Amount(1, 0, 0, Tokens.NONE, 5));
    }

    @Test
    void aToolThatCallsAModelCosts() {
        var facets = new Facets("default", "production", "p", "a", "acme", "small", "summarise");

        assertThat(recorded(Usages.of("u", "r", facets, new Tokens(3, 0, 0, 0), AT))
                        .amount()
                        .costMicros())
                .isEqualTo(3);
    }

    @Test
    void useOutsideRunsCountsByHourAlone() {
        var usage = Usages.of("u1", null, Usages.tool("a", "p", "t"), Tokens.NONE, AT);

        assertThat(recorded(usage).buckets()).singleElement().isInstanceOf(Bucket.OfHour.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1_000_000_001, Long.MIN_VALUE, Long.MAX_VALUE})
    void impossibleTokensAreRefused(long tokens) {
        var facets = Usages.model("a", "p", "large");

        assertThat(ledger.decide(Memory.NEW, Usages.of("u", "r", facets, new Tokens(0, 0, tokens, 0), AT)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).contains("tokens must be between"));
    }

    @Test
    void impossibleTimesAndNamelessRecordsAreRefused() {
        var facets = Usages.tool("a", "p", "t");

        assertThat(ledger.decide(
                        Memory.NEW,
                        new UsageRecord("u", "r", facets, Tokens.NONE, 1, AT.plus(Duration.ofHours(25)), AT)))
                .isInstanceOf(Decision.Refused.class);
        assertThat(ledger.decide(
                        Memory.NEW,
                        new UsageRecord("u", "r", facets, Tokens.NONE, 1, Instant.EPOCH.minusMillis(1), AT)))
                .isInstanceOf(Decision.Refused.class);
        assertThat(ledger.decide(Memory.NEW, new UsageRecord("u", "r", facets, Tokens.NONE, -1, AT, AT)))
                .isInstanceOf(Decision.Refused.class);
        assertThat(ledger.decide(Memory.NEW, Usages.of(" ", "r", facets, Tokens.NONE, AT)))
                .isInstanceOf(Decision.Refused.class);
    }

    private Decision.Recorded recorded(UsageRecord usage) {
        return (Decision.Recorded) ledger.decide(Memory.NEW, usage);
    }
}
