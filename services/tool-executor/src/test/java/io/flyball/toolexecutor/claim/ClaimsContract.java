package io.flyball.toolexecutor.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every implementation of the claims must do. */
abstract class ClaimsContract {
    static final Duration LEASE = Duration.ofMillis(300);
    static final ClaimSettings SETTINGS = new ClaimSettings(LEASE, Duration.ofMinutes(1), Duration.ofMillis(100));
    private static final String CLEAR = "{\"active\": false}";

    private final String actionId = UUID.randomUUID().toString();
    private final String agent = "agent-" + UUID.randomUUID();

    abstract Claims claims();

    /** Sets a key of the stop as anybody might; null takes it away. */
    abstract void set(String key, @Nullable String value);

    abstract void letLeasePass();

    /** Loses everything that is remembered, as an emptied Redis does. */
    abstract void forgetEverything();

    @BeforeEach
    void clear() {
        set(StopValue.KEY, CLEAR);
        claims().witness();
    }

    @Test
    @DisplayName("TOOL-5 one of two attempts is granted, the other is told who runs")
    void oneOfTwo() {
        assertThat(claims().start(change("a"))).isEqualTo(new Ticket.Granted());

        assertThat(claims().start(change("b"))).isEqualTo(new Ticket.Taken(new Standing.Running("executor-a")));
        assertThat(claims().look(change("b"))).isEqualTo(new Standing.Running("executor-a"));
    }

    @Test
    @DisplayName("TOOL-5 asking twice with one attempt is asking once, so a lost answer does no harm")
    void askingTwiceIsAskingOnce() {
        claims().start(change("a"));

        assertThat(claims().start(change("a"))).isEqualTo(new Ticket.Granted());
    }

    @Test
    @DisplayName("TOOL-5 a redelivery after the end gets the recorded result, also while a stop is on")
    void theRecordedResult() {
        claims().start(change("a"));
        assertThat(claims().finish(change("a"), "done")).isEqualTo("done");
        set(StopValue.KEY, "{\"active\": true}");

        assertThat(claims().look(change("b"))).isEqualTo(new Standing.Finished("done"));
        assertThat(claims().start(change("b"))).isEqualTo(new Ticket.Taken(new Standing.Finished("done")));
        assertThat(claims().start(read("b"))).isEqualTo(new Ticket.Taken(new Standing.Finished("done")));
    }

    @Test
    @DisplayName("TOOL-5 after a crash in the middle a change is not run again, a read is")
    void afterACrash() {
        claims().start(change("a"));
        letLeasePass();

        assertThat(claims().start(change("b")))
                .isInstanceOfSatisfying(
                        Ticket.Taken.class,
                        taken -> assertThat(taken.standing()).isInstanceOf(Standing.Lost.class));
        assertThat(claims().start(read("b"))).isEqualTo(new Ticket.Granted());
    }

    @Test
    @DisplayName("TOOL-5 a sign of life keeps the claim")
    void aSignOfLife() {
        claims().start(change("a"));
        letLeasePass();
        claims().renew(change("a"));

        assertThat(claims().look(change("b"))).isInstanceOf(Standing.Running.class);
    }

    @Test
    @DisplayName("TOOL-5 who never started gives the claim back")
    void givenBack() {
        claims().start(change("a"));
        claims().release(change("a"));

        assertThat(claims().start(change("b"))).isEqualTo(new Ticket.Granted());
        claims().release(change("a"));
        assertThat(claims().look(change("c"))).isEqualTo(new Standing.Running("executor-b"));
    }

    @Test
    @DisplayName("TOOL-5 what was given up stays so, except for who began it")
    void givenUp() {
        claims().start(change("a"));
        assertThat(claims().giveUp(change("b"), "unknown")).isEqualTo("unknown");

        assertThat(claims().giveUp(change("c"), "other")).isEqualTo("unknown");
        assertThat(claims().finish(change("c"), "other")).isEqualTo("unknown");
        assertThat(claims().finish(change("a"), "done")).isEqualTo("done");
    }

    @Test
    @DisplayName("TOOL-5 claims that were lost since the call was sent count as claimed")
    void lostClaims() {
        forgetEverything();
        set(StopValue.KEY, CLEAR);

        assertThat(claims().start(change("a", Instant.now().minusSeconds(60))))
                .isInstanceOfSatisfying(
                        Ticket.Taken.class,
                        taken -> assertThat(taken.standing()).isInstanceOf(Standing.Lost.class));
        assertThat(claims().start(read("a"))).isEqualTo(new Ticket.Granted());
    }

    @ParameterizedTest(name = "STOP-1 {0} is a stop")
    @ValueSource(
            strings = {
                "{\"active\": true}",
                "{\"active\": \"false\"}",
                "{\"active\": 0}",
                "{\"active\": null}",
                "{}",
                "[]",
                "false",
                "0",
                "",
                "no",
                "{\"active\": false",
                "{\"active\": false} x",
                "{\"Active\": false}"
            })
    void whateverIsNotClearlyOff(String value) {
        set(StopValue.KEY, value);

        assertThat(claims().start(change("a"))).isInstanceOf(Ticket.Stopped.class);
        assertThat(StopValue.read(value).mayAct()).isFalse();
        set(StopValue.KEY, CLEAR);
        assertThat(claims().start(change("b"))).isEqualTo(new Ticket.Granted());
    }

    @ParameterizedTest(name = "STOP-1 {0} is no stop")
    @ValueSource(strings = {"{\"active\": false}", "{\"active\":false,\"reason\":\"x\",\"activated_by\":\"y\"}"})
    void clearlyOff(String value) {
        set(StopValue.KEY, value);

        assertThat(claims().start(change("a"))).isEqualTo(new Ticket.Granted());
        assertThat(StopValue.read(value).mayAct()).isTrue();
    }

    @Test
    @DisplayName("STOP-1 the stop says who and why")
    void saysWhoAndWhy() {
        set(
                StopValue.KEY,
                "{\"active\":true,\"reason\":\"drill\",\"activated_by\":\"kim\",\"activated_at\":\"2026-11-21T06:00:00Z\"}");

        assertThat(claims().start(read("a")))
                .isEqualTo(new Ticket.Stopped(
                        new StopState.Stopped(StopValue.KEY, "drill", "kim", "2026-11-21T06:00:00Z")));
    }

    @Test
    @DisplayName("STOP-3 a missing key is no permission")
    void missingKey() {
        set(StopValue.KEY, null);

        assertThat(claims().start(read("a"))).isInstanceOf(Ticket.Unclear.class);
        assertThat(claims().look(change("b"))).isEqualTo(new Standing.Free());
    }

    @Test
    @DisplayName("STOP-6 the agent's kill switch stops its actions and no others")
    void killSwitch() {
        set(KillSwitch.agent(agent).key(), "1");
        assertThat(claims().start(change("a"))).isInstanceOf(Ticket.Stopped.class);

        set(KillSwitch.agent(agent).key(), "0");
        assertThat(claims().start(change("a"))).isEqualTo(new Ticket.Granted());
    }

    @ParameterizedTest(name = "STOP-13 the kill switch of its {0} stops an action")
    @EnumSource(KillSwitch.Kind.class)
    void eachKind(KillSwitch.Kind kind) {
        String key = new KillSwitch(kind, agent).key();
        set(key, "1");
        assertThat(claims().start(change("a")))
                .isInstanceOfSatisfying(
                        Ticket.Stopped.class,
                        ticket -> assertThat(ticket.stop().key()).isEqualTo(key));
        set(key, null);
        assertThat(claims().start(change("a"))).isEqualTo(new Ticket.Granted());
    }

    private Set<KillSwitch> switches() {
        return Set.of(KillSwitch.agent(agent), KillSwitch.tool(agent), KillSwitch.tenant(agent));
    }

    private ClaimRequest change(String attempt) {
        return change(attempt, Instant.now().plusSeconds(2));
    }

    private ClaimRequest change(String attempt, Instant requestedAt) {
        return new ClaimRequest(actionId, switches(), attempt, "executor-" + attempt, false, requestedAt);
    }

    private ClaimRequest read(String attempt) {
        return new ClaimRequest(actionId, switches(), attempt, "executor-" + attempt, true, Instant.now());
    }
}
