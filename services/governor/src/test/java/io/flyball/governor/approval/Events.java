package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalEvent.ActionProposed;
import io.flyball.governor.approval.ApprovalEvent.AnswerGiven;
import io.flyball.governor.approval.ApprovalEvent.StopLifted;
import io.flyball.governor.approval.ApprovalEvent.TimePassed;
import io.flyball.governor.policy.Fixture;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Sorting;
import io.flyball.schemas.grant.StopEpoch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What can happen to the one action of these tests, which is proposed at noon. */
final class Events {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final ApprovalRules RULES =
            new ApprovalRules(Duration.ofSeconds(300), Duration.ofSeconds(60), Duration.ofHours(24));
    static final Proposal ACTION = Fixture.act("production");
    static final StopSight CLEAR = new StopSight(true, "", new StopEpoch(1, 0, 0, 0));
    static final StopSight STOPPED = new StopSight(false, "the stop is on", StopEpoch.NONE);

    private Events() {}

    static Judgement judged(Sorting sorting) {
        return Fixture.judge(sorting).judge(ACTION);
    }

    static Judgement judgedTainted(Sorting sorting) {
        return Fixture.judge(sorting)
                .judge(Fixture.proposal("act", "{\"service\":\"shop\"}", "production", true, null));
    }

    static ActionProposed proposed(Sorting sorting) {
        return proposed(sorting, CLEAR);
    }

    static ActionProposed proposed(Sorting sorting, StopSight stop) {
        return new ActionProposed(ACTION, judged(sorting), stop, Optional.empty(), NOON);
    }

    static AnswerGiven answered(Answer.Kind kind, long afterSeconds) {
        return answered(answer("a1", kind, ACTION.actionHash()), Sorting.REQUIRE_APPROVAL, CLEAR, afterSeconds);
    }

    static AnswerGiven answered(Answer answer, Sorting now, StopSight stop, long afterSeconds) {
        return new AnswerGiven(answer, Optional.of(judged(now)), stop, after(afterSeconds));
    }

    static Answer answer(String id, Answer.Kind kind, String hash) {
        return new Answer(id, ACTION.actionId(), "r1", "default", kind, hash, "ann", "cli", "looks right", after(1));
    }

    static TimePassed time(long afterSeconds) {
        return new TimePassed(after(afterSeconds));
    }

    static StopLifted lifted(Sorting now, long afterSeconds) {
        return new StopLifted(judged(now), CLEAR, Optional.empty(), after(afterSeconds));
    }

    static Instant after(long seconds) {
        return NOON.plusSeconds(seconds);
    }
}
