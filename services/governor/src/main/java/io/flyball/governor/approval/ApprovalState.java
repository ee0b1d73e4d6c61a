package io.flyball.governor.approval;

import io.flyball.governor.policy.Approvers;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an action under government stands. */
public sealed interface ApprovalState {

    /** When it must be looked at though nothing happens; empty if time changes nothing. */
    Optional<Instant> wakeAt();

    /** Nothing is known of it. */
    record NotProposed() implements ApprovalState {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.empty();
        }
    }

    /**
     * People have been asked.
     *
     * @param judgement what policy said when they were
     * @param held the verdict that said so
     * @param deadline when it counts as denied
     * @param remindAt when people are reminded; absent once they have been
     * @param approvals what people have said who approved, while more of them are wanted
     * @param anew how much time they were given anew because nobody knew how long they could not be heard
     */
    record AwaitingApproval(
            Proposal proposal,
            Judgement judgement,
            GivenVerdict held,
            Instant deadline,
            @Nullable Instant remindAt,
            List<Answer> approvals,
            Duration anew)
            implements ApprovalState {

        /** What was kept before people were counted names nobody. */
        @SuppressWarnings("ConstantValue")
        public AwaitingApproval {
            approvals = approvals == null ? List.of() : List.copyOf(approvals);
            anew = anew == null ? Duration.ZERO : anew;
        }

        /** Nobody has approved yet. */
        public AwaitingApproval(
                Proposal proposal,
                Judgement judgement,
                GivenVerdict held,
                Instant deadline,
                @Nullable Instant remindAt) {
            this(proposal, judgement, held, deadline, remindAt, List.of(), Duration.ZERO);
        }

        AwaitingApproval approvedBy(Answer answer) {
            List<Answer> all =
                    Stream.concat(approvals.stream(), Stream.of(answer)).toList();
            return new AwaitingApproval(proposal, judgement, held, deadline, remindAt, all, anew);
        }

        /** With that end, that much time given anew, and nobody to remind. */
        AwaitingApproval until(Instant end, Duration more) {
            return new AwaitingApproval(proposal, judgement, held, end, null, approvals, anew.plus(more));
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(remindAt == null ? deadline : remindAt);
        }

        boolean isOverdueAt(Instant now) {
            return !now.isBefore(deadline);
        }

        boolean isReminderDueAt(Instant now) {
            return remindAt != null && !now.isBefore(remindAt);
        }
    }

    /**
     * It would be allowed, but the stop is on; the verdict comes after its release.
     *
     * @param given the verdicts so far
     * @param approval a person's approval; absent when none was needed
     * @param met what people who approved are enough for; one of them in what an older governor kept
     * @param since when it was held
     */
    record HeldByStop(
            Proposal proposal,
            List<GivenVerdict> given,
            @Nullable Answer approval,
            Approvers met,
            Instant since) implements ApprovalState {
        @SuppressWarnings("ConstantValue")
        public HeldByStop {
            met = met == null ? Approvers.ANYBODY : met;
            given = List.copyOf(given);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.empty();
        }
    }

    /**
     * It has its last verdict.
     *
     * @param given all verdicts, in order
     * @param settledBy the answer that counted; absent when policy or time decided
     * @param met what the people who answered are enough for; one of them in what an older governor kept
     * @param keepUntil when it is forgotten
     */
    record Answered(List<GivenVerdict> given, @Nullable Answer settledBy, Approvers met, Instant keepUntil)
            implements ApprovalState {
        @SuppressWarnings("ConstantValue")
        public Answered {
            met = met == null ? Approvers.ANYBODY : met;
            given = List.copyOf(given);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(keepUntil);
        }

        GivenVerdict last() {
            return given.getLast();
        }
    }
}
