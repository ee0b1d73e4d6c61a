package io.flyball.governor.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.governor.stop.KeeperCommand.ReplaceKey;
import io.flyball.governor.stop.KeeperCommand.RestoreStop;
import io.flyball.governor.stop.KeeperCommand.SeedKey;
import io.flyball.governor.stop.KeeperCommand.TellEverybody;
import io.flyball.governor.stop.KeeperCommand.WriteOrder;
import io.flyball.governor.stop.KeeperEvent.KeyLookedAt;
import io.flyball.governor.stop.KeeperEvent.OrderSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeeperMachineTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final StopOrder STOP = new StopOrder("o1", true, "fire", "ann", "console", NOON);
    private static final StopOrder RELEASE = new StopOrder("o2", false, "out", "bob", "cli", NOON.plusSeconds(60));
    private static final StopOrder INACTIVE = new StopOrder("", false, "none given", "unknown", "redis", NOON);
    private static final StopOrder BY_HAND = new StopOrder("", true, "smoke", "carol", "redis", NOON);

    private static final String VALUE = "as it stands in the key";

    private final KeeperMachine machine = new KeeperMachine(Duration.ofSeconds(2));

    @Nested
    @DisplayName("A missing key")
    class Missing {

        @Test
        @DisplayName("STOP-1 is made inactive where no stop is ordered")
        void isSeeded() {
            assertThat(last(missing(0)).commands()).containsExactly(new SeedKey(Optional.empty()));
            assertThat(last(old(RELEASE), missing(60)).commands()).contains(new SeedKey(Optional.of(RELEASE)));
        }

        @Test
        @DisplayName("STOP-3 is made active again where a stop is the newest order: a flushed Redis is no release")
        void isRestored() {
            assertThat(last(old(STOP), missing(0)).commands()).contains(new RestoreStop(STOP));
            assertThat(last(live(STOP), held(BY_HAND, 1), missing(2)).commands())
                    .containsExactly(new RestoreStop(STOP));
        }

        @Test
        @DisplayName("STOP-3 is made active again where it held a stop that nobody had written down yet")
        void isRestoredBeforeItsOrder() {
            assertThat(last(held(BY_HAND, 0), missing(1)).commands())
                    .containsExactly(new RestoreStop(BY_HAND), new WriteOrder(BY_HAND));
        }

        @Test
        @DisplayName("STOP-3 is made active again as it was last: not as an earlier change that an order followed")
        void isRestoredAsItWasLast() {
            assertThat(last(held(BY_HAND, 0), live(STOP), missing(1)).commands())
                    .containsExactly(new RestoreStop(STOP));
            var later = new StopOrder("", true, "fire after the smoke", "dave", "redis", NOON.plusSeconds(1));
            assertThat(last(held(BY_HAND, 0), held(later, 1), missing(2)).commands())
                    .containsExactly(new RestoreStop(later), new WriteOrder(later));
        }
    }

    @Nested
    @DisplayName("STOP-5 a key that was changed by hand")
    class ByHand {

        @Test
        void isWrittenDownAfterAMoment() {
            assertThat(last(held(BY_HAND, 0)).commands()).isEmpty();
            assertThat(last(held(BY_HAND, 0), held(BY_HAND, 1)).commands()).isEmpty();
            assertThat(last(held(BY_HAND, 0), held(BY_HAND, 2)).commands()).containsExactly(new WriteOrder(BY_HAND));
        }

        @Test
        void isWrittenDownOnceWhileItsOrderIsOnTheWay() {
            assertThat(last(held(BY_HAND, 0), held(BY_HAND, 2), held(BY_HAND, 3))
                            .commands())
                    .isEmpty();
            assertThat(last(held(BY_HAND, 0), held(BY_HAND, 2), held(BY_HAND, 12))
                            .commands())
                    .containsExactly(new WriteOrder(BY_HAND));
        }

        @Test
        void isLeftAloneWhenItsOrderCame() {
            assertThat(last(held(BY_HAND, 0), live(STOP), held(BY_HAND, 2)).commands())
                    .isEmpty();
        }

        @Test
        @DisplayName("STOP-12 that was inactive before its order came, and is again, was no release")
        void isNotReleasedByHand() {
            assertThat(last(held(BY_HAND, 0), held(INACTIVE, 1)).commands())
                    .containsExactly(new ReplaceKey(VALUE, BY_HAND), new WriteOrder(BY_HAND));
        }

        @Test
        @DisplayName("STOP-12 a release whose order has not come yet is waited for; what nobody has ordered is none")
        void isReleasedByAnOrderThatIsOnItsWay() {
            var release = new StopOrder("o3", false, "out", "bob", "cli", NOON.plusSeconds(1));
            assertThat(last(held(BY_HAND, 0), held(release, 1)).commands()).isEmpty();
            assertThat(last(held(BY_HAND, 0), held(release, 1), live(release), held(release, 2))
                            .commands())
                    .isEmpty();
            assertThat(last(held(BY_HAND, 0), held(release, 1), held(release, 4))
                            .commands())
                    .containsExactly(new ReplaceKey(VALUE, BY_HAND), new WriteOrder(BY_HAND));
        }

        @Test
        @DisplayName("STOP-12 is released by an order that came after it, written down or not")
        void isReleasedByAnOrder() {
            var release = new StopOrder("o3", false, "out", "bob", "cli", NOON.plusSeconds(1));
            assertThat(last(held(BY_HAND, 0), live(release), held(release, 2)).commands())
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("STOP-12 a key that says inactive")
    class Inactive {

        @Test
        void isNoReleaseAndIsMendedAtOnceWhereAStopIsTheNewestOrder() {
            assertThat(last(live(STOP), held(INACTIVE, 9)).commands()).containsExactly(new ReplaceKey(VALUE, STOP));
            var restored = new StopOrder(RELEASE.id(), false, "out", "bob", "redis", NOON);
            var again = new StopOrder("o4", true, "fire", "ann", "console", NOON.plusSeconds(90));
            assertThat(last(live(RELEASE), live(again), held(restored, 99)).commands())
                    .containsExactly(new ReplaceKey(VALUE, again));
        }

        @Test
        void isNeverWrittenDownAsARelease() {
            assertThat(last(live(STOP), held(INACTIVE, 9), held(INACTIVE, 19), held(INACTIVE, 99))
                            .commands())
                    .noneMatch(WriteOrder.class::isInstance);
        }

        @Test
        void mayNameAnOrderThatIsStillToCome() {
            assertThat(last(live(STOP), held(RELEASE, 9)).commands()).isEmpty();
            assertThat(last(live(STOP), held(RELEASE, 9), live(RELEASE), held(RELEASE, 10))
                            .commands())
                    .isEmpty();
            assertThat(last(live(STOP), held(RELEASE, 9), held(RELEASE, 12)).commands())
                    .containsExactly(new ReplaceKey(VALUE, STOP));
        }

        @Test
        void isMadeToNameTheNewestRelease() {
            assertThat(last(live(STOP), live(RELEASE), held(INACTIVE, 99)).commands())
                    .containsExactly(new ReplaceKey(VALUE, RELEASE));
        }
    }

    @Test
    @DisplayName("STOP-12 a Redis that was restored to a stop which is released since is mended, not obeyed")
    void anOldStop() {
        var restored = new StopOrder(STOP.id(), true, "fire", "ann", "redis", NOON);
        assertThat(last(live(STOP), live(RELEASE), held(restored, 99)).commands())
                .containsExactly(new ReplaceKey(VALUE, RELEASE));
    }

    @Test
    @DisplayName("STOP-12 an order that is read again, because reading began anew, is no news")
    void readAgain() {
        var again = new StopOrder("o4", true, "fire", "ann", "console", NOON.plusSeconds(90));
        assertThat(last(live(RELEASE), live(again), live(RELEASE), held(INACTIVE, 99))
                        .commands())
                .containsExactly(new ReplaceKey(VALUE, again));
    }

    @Nested
    @DisplayName("STOP-5 everybody is told")
    class Telling {

        @Test
        void ofEveryOrderOnce() {
            assertThat(last(live(STOP)).commands()).containsExactly(new TellEverybody(STOP));
            assertThat(last(live(STOP), held(BY_HAND, 1)).commands()).isEmpty();
            assertThat(last(live(STOP), held(BY_HAND, 1), live(RELEASE)).commands())
                    .containsExactly(new TellEverybody(RELEASE));
        }

        @Test
        void ofTheNewestOneFromBeforeTheStart() {
            assertThat(last(old(STOP), old(RELEASE), held(RELEASE, 60)).commands())
                    .containsExactly(new TellEverybody(RELEASE));
            assertThat(last(old(STOP), old(RELEASE), held(RELEASE, 60), held(RELEASE, 61))
                            .commands())
                    .isEmpty();
        }

        @Test
        void butNotOfOldNews() {
            assertThat(last(old(RELEASE), held(RELEASE, 3 * 24 * 3600)).commands())
                    .isEmpty();
        }
    }

    @Test
    void aKeyThatCannotBeReadChangesNothing() {
        assertThat(last(old(STOP), new KeyLookedAt(new KeyReading.NotReadable(), NOON))
                        .commands())
                .isEmpty();
    }

    @Test
    void anInactiveKeyWithoutOrdersIsHowItBegins() {
        var inactive = new StopOrder("", false, "no reason given", "unknown", "redis", NOON);
        assertThat(last(held(inactive, 0), held(inactive, 100)).commands()).isEmpty();
    }

    private KeeperDecision last(KeeperEvent... events) {
        KeeperDecision decision = new KeeperDecision(KeeperState.initial(), List.of(), "");
        for (KeeperEvent event : events) {
            decision = machine.decide(decision.next(), event);
            assertThat(decision.why()).isNotBlank();
        }
        return decision;
    }

    private static KeeperEvent missing(long seconds) {
        return new KeyLookedAt(new KeyReading.Missing(), NOON.plusSeconds(seconds));
    }

    private static KeeperEvent held(StopOrder says, long seconds) {
        return new KeyLookedAt(new KeyReading.Held(VALUE, says), NOON.plusSeconds(seconds));
    }

    private static KeeperEvent old(StopOrder order) {
        return new OrderSeen(order, false);
    }

    private static KeeperEvent live(StopOrder order) {
        return new OrderSeen(order, true);
    }
}
