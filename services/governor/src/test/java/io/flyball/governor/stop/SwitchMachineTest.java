package io.flyball.governor.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.governor.stop.KeeperCommand.RemoveKey;
import io.flyball.governor.stop.KeeperCommand.ReplaceKey;
import io.flyball.governor.stop.KeeperCommand.RestoreStop;
import io.flyball.governor.stop.KeeperCommand.TellEverybody;
import io.flyball.governor.stop.KeeperCommand.WriteOrder;
import io.flyball.governor.stop.KeeperEvent.KeyLookedAt;
import io.flyball.governor.stop.KeeperEvent.OrderSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("STOP-13 kill switches are orders, and the key in Redis follows them")
class SwitchMachineTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String VALUE = "as it stands in the key";
    private static final StopOrder KILL = new StopOrder("o1", true, "loops", "ann", "cli", NOON);
    private static final StopOrder REVIVE = new StopOrder("o2", false, "mended", "bob", "cli", NOON.plusSeconds(60));
    private static final StopOrder BY_HAND = new StopOrder("", true, "kill switch", "unknown", "redis", NOON);
    private static final StopOrder OFF = new StopOrder("", false, "switched off", "unknown", "redis", NOON);

    private final SwitchMachine machine = new SwitchMachine(Duration.ofSeconds(2));

    @Test
    @DisplayName("STOP-13 without an order that kills a missing key is left missing")
    void nothingIsKilled() {
        assertThat(last(missing(0)).commands()).isEmpty();
        assertThat(last(held(OFF, 0)).commands()).isEmpty();
        assertThat(last(live(KILL), live(REVIVE), missing(90)).commands()).isEmpty();
        assertThat(last(live(KILL), live(REVIVE), held(OFF, 90)).commands()).isEmpty();
    }

    @Test
    @DisplayName("STOP-13 a key that is lost, deleted or switched off by hand comes back while the newest order kills")
    void isRestored() {
        assertThat(last(live(KILL), missing(5)).commands()).containsExactly(new RestoreStop(KILL));
        assertThat(last(old(KILL), missing(5)).commands()).contains(new RestoreStop(KILL));
        assertThat(last(live(KILL), held(OFF, 5)).commands()).containsExactly(new ReplaceKey(VALUE, KILL));
    }

    @Test
    @DisplayName("STOP-12 a Redis restored to a kill that is revived since is mended, not obeyed")
    void anOldKill() {
        assertThat(last(live(KILL), live(REVIVE), held(KILL, 90)).commands()).containsExactly(new RemoveKey(VALUE));
    }

    @Test
    @DisplayName("STOP-6 a bare key by hand is written down after a moment, once, and then named in the key")
    void byHand() {
        assertThat(last(held(BY_HAND, 0)).commands()).isEmpty();
        assertThat(last(held(BY_HAND, 0), held(BY_HAND, 2)).commands()).containsExactly(new WriteOrder(BY_HAND));
        assertThat(last(held(BY_HAND, 0), held(BY_HAND, 2), held(BY_HAND, 3)).commands())
                .isEmpty();
        assertThat(last(held(BY_HAND, 0), held(BY_HAND, 2), held(BY_HAND, 12)).commands())
                .containsExactly(new WriteOrder(BY_HAND));
        assertThat(last(held(BY_HAND, 0), live(KILL), held(BY_HAND, 2)).commands())
                .containsExactly(new ReplaceKey(VALUE, KILL));
    }

    @Test
    @DisplayName("STOP-13 a bare key that goes before it is written down counts as killed")
    void goneBeforeItsOrder() {
        assertThat(last(held(BY_HAND, 0), missing(1)).commands())
                .containsExactly(new RestoreStop(BY_HAND), new WriteOrder(BY_HAND));
        assertThat(last(held(BY_HAND, 0), held(OFF, 1)).commands())
                .containsExactly(new ReplaceKey(VALUE, BY_HAND), new WriteOrder(BY_HAND));
    }

    @Test
    @DisplayName("STOP-13 killed by hand after a revive is killed again")
    void killedAgain() {
        var again = new StopOrder("", true, "kill switch", "unknown", "redis", NOON.plusSeconds(90));
        assertThat(last(live(KILL), live(REVIVE), held(again, 90), held(again, 92))
                        .commands())
                .containsExactly(new WriteOrder(again));
    }

    @Test
    @DisplayName("STOP-5 people are told of every order once, and of the newest from before the start")
    void told() {
        assertThat(last(live(KILL)).commands()).containsExactly(new TellEverybody(KILL));
        assertThat(last(live(KILL), live(KILL)).commands()).isEmpty();
        assertThat(last(old(KILL), old(REVIVE), missing(61)).commands()).containsExactly(new TellEverybody(REVIVE));
    }

    @Test
    void aKeyThatCannotBeReadChangesNothing() {
        assertThat(last(old(KILL), new KeyLookedAt(new KeyReading.NotReadable(), NOON))
                        .commands())
                .isEmpty();
    }

    @ParameterizedTest(name = "STOP-13 walk {0}: a look leaves what the orders say, and the governor never revives")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void walk(long seed) {
        Random chance = new Random(seed);
        KeeperState state = KeeperState.initial();
        StopOrder key = null;
        StopOrder newest = null;
        Instant now = NOON;
        for (int i = 0; i < 500; i++) {
            now = now.plusMillis(chance.nextInt(3_000));
            switch (chance.nextInt(6)) {
                case 0 -> key = null;
                case 1 -> key = OFF;
                case 2 -> key = new StopOrder("", true, "by hand", "unknown", "redis", now);
                case 3 -> {
                    newest = new StopOrder("o" + i, chance.nextBoolean(), "walk", "ann", "cli", now);
                    state = machine.decide(state, new OrderSeen(newest, true)).next();
                }
                default -> {}
            }
            boolean seenKilled = state.unwritten().isPresent() || key != null && key.stops();
            for (int look = 0; look < 2; look++) {
                KeyReading reading = key == null ? new KeyReading.Missing() : new KeyReading.Held(VALUE, key);
                KeeperDecision decision = machine.decide(state, new KeyLookedAt(reading, now));
                state = decision.next();
                for (KeeperCommand command : decision.commands()) {
                    assertThat(command).isNotInstanceOf(KeeperCommand.SeedKey.class);
                    if (command instanceof WriteOrder write) {
                        assertThat(write.order().stops())
                                .as("seed %d, step %d", seed, i)
                                .isTrue();
                        newest = new StopOrder("w" + i + look, true, "by hand", "unknown", "redis", now);
                        state = machine.decide(state, new OrderSeen(newest, true))
                                .next();
                    }
                    key = after(command, key);
                }
            }
            boolean killed = key != null && key.stops();
            boolean ordered = newest != null && newest.stops();
            assertThat(killed).as("seed %d, step %d", seed, i).isEqualTo(ordered || killed && seenKilled);
        }
    }

    private static @Nullable StopOrder after(KeeperCommand command, @Nullable StopOrder key) {
        return switch (command) {
            case RestoreStop restore -> restore.stop();
            case ReplaceKey replace -> replace.by();
            case RemoveKey _ -> null;
            case KeeperCommand.SeedKey _, WriteOrder _, TellEverybody _ -> key;
        };
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
