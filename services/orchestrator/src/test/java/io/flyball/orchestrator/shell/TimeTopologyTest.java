package io.flyball.orchestrator.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.contract.Alert;
import io.flyball.contract.Outcome;
import io.flyball.contract.PlanRequest;
import io.flyball.contract.RunEnded;
import io.flyball.orchestrator.Answers;
import io.flyball.platform.streams.Intake;
import io.flyball.platform.wire.Unreadable;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose time counts: the engine's own, while it is there and is answered. */
class TimeTopologyTest extends TopologyHarness {
    private static final Duration OUTAGE = Duration.ofMinutes(7);

    @AfterEach
    void brokerIsBack() {
        Intake.onThisThread(Intake.WITHOUT_BROKER);
    }

    private void raise(Instant dated) {
        sendDated(Topics.ALERTS, "fp", Answers.alert("fp", dated), dated);
    }

    private List<Outcome> ends() throws Unreadable {
        return history().stream()
                .filter(event -> event.getWhat() instanceof RunEnded)
                .map(event -> ((RunEnded) event.getWhat()).getOutcome())
                .toList();
    }

    @Test
    @DisplayName("RUN-24 an outage of seven minutes ends no run: the answers that lay in the log are used")
    void outage() throws Unreadable {
        raise(START);
        List<PlanRequest> asked = read(Topics.PLAN_REQUESTS, PlanRequest.class);
        away(OUTAGE);
        timePasses(Duration.ofSeconds(5));

        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).isEmpty();
        sendDated(Topics.PLAN_DECISIONS, asked.getFirst().getRunId(), Answers.plan(asked.getFirst(), START), START);
        answerUntilQuiet(1, new Random(1));
        assertThat(ends()).containsExactly(Outcome.RESOLVED);
    }

    @Test
    @DisplayName("RUN-24 a publisher whose clock is an hour ahead, or a year behind, ends no run that its repeats join")
    void publishersClock() throws Unreadable {
        raise(START);
        raise(START.plus(Duration.ofHours(1)));
        raise(START.minus(Duration.ofDays(365)));
        timePasses(Duration.ofSeconds(5));

        assertThat(ends()).isEmpty();
        PlanRequest asked = read(Topics.PLAN_REQUESTS, PlanRequest.class).getFirst();
        assertThat(Duration.between(START, asked.getDeadline())).isEqualTo(Duration.ofSeconds(120));
        timePasses(Duration.ofSeconds(100));
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).isEmpty();
    }

    @Test
    @DisplayName("RUN-24 ING-3 an alert that lay in the log counts for admission when it is read, whatever its date")
    void alertsOfAnyDate() throws Unreadable {
        raise(START);
        answerUntilQuiet(1, new Random(1));
        timePasses(Duration.ofMinutes(3));
        Alert repeat =
                Alert.newBuilder(Answers.alert("fp", START)).setId("repeat").build();
        sendDated(Topics.ALERTS, "fp", repeat, START.plus(Duration.ofDays(9)));

        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).isEmpty();
    }

    /** A broker with something in the log that is not read yet, or one that does not answer. */
    private static Intake intake(boolean silent, boolean read) {
        return new Intake() {
            @Override
            public boolean silent(Instant now) {
                return silent;
            }

            @Override
            public boolean hasRead(Instant until, Instant now) {
                return read;
            }
        };
    }

    @Test
    @DisplayName("RUN-24 nobody gives up while the answer may lie in the log unread")
    void backlog() throws Unreadable {
        raise(START);
        read(Topics.PLAN_REQUESTS, PlanRequest.class);
        Intake.onThisThread(intake(false, false));
        timePasses(Duration.ofSeconds(400));
        assertThat(ends()).isEmpty();

        Intake.onThisThread(intake(false, true));
        timePasses(Duration.ofSeconds(1));
        assertThat(ends()).containsExactly(Outcome.TIMED_OUT);
    }

    @Test
    @DisplayName("RUN-24 time in which the broker does not answer is an absence, though the engine's clock goes on")
    void brokerAway() throws Unreadable {
        raise(START);
        read(Topics.PLAN_REQUESTS, PlanRequest.class);
        Intake.onThisThread(intake(true, true));
        timePasses(OUTAGE);
        Intake.onThisThread(intake(false, true));
        timePasses(Duration.ofSeconds(100));

        assertThat(ends()).isEmpty();
        assertThat(read(Topics.PLAN_REQUESTS, PlanRequest.class)).isEmpty();
    }
}
