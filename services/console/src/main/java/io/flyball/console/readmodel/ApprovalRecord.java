package io.flyball.console.readmodel;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the topics say of one approval. They are read side by side, so an answer may be here before its question; what is
 * said does not depend on the order in which it was heard.
 *
 * @param question absent before it was heard
 * @param answers in the order of their topic; those that are bound to the action count
 * @param verdict the governor's last word; absent before it was heard
 */
record ApprovalRecord(
        ApprovalView.@Nullable Question question,
        List<ApprovalDecision> answers,
        @Nullable ActionVerdict verdict) {
    static final ApprovalRecord EMPTY = new ApprovalRecord(null, List.of(), null);
    /** More answers than that are somebody's mistake. */
    private static final int MOST_ANSWERS = 20;

    ApprovalRecord asked(ApprovalView.Question newer) {
        return new ApprovalRecord(newer, answers, verdict);
    }

    ApprovalRecord answered(ApprovalDecision answer) {
        boolean known = answers.stream().anyMatch(other -> other.getId().equals(answer.getId()));
        if (known || answers.size() >= MOST_ANSWERS) {
            return this;
        }
        List<ApprovalDecision> more = new ArrayList<>(answers);
        more.add(answer);
        return new ApprovalRecord(question, List.copyOf(more), verdict);
    }

    ApprovalRecord withdrawn(String answerId) {
        return new ApprovalRecord(
                question,
                answers.stream()
                        .filter(answer -> !answer.getId().equals(answerId))
                        .toList(),
                verdict);
    }

    ApprovalRecord judged(ActionVerdict newer) {
        return new ApprovalRecord(question, answers, newer);
    }

    /** What people see at that time; empty while the question is not known. */
    Optional<ApprovalView> view(Instant now, boolean runEnded) {
        return Optional.ofNullable(question)
                .map(asked -> new ApprovalView(asked, state(asked, now, runEnded), answer(asked)));
    }

    boolean isPending(ApprovalView.Question asked, Instant now, boolean runEnded) {
        return state(asked, now, runEnded) == ApprovalView.State.PENDING;
    }

    private ApprovalView.State state(ApprovalView.Question asked, Instant now, boolean runEnded) {
        if (verdict != null) {
            return judgement(asked, verdict);
        }
        if (settling(asked).isPresent()) {
            return ApprovalView.State.ANSWERED;
        }
        if (runEnded) {
            return ApprovalView.State.CLOSED;
        }
        return now.isBefore(asked.expiresAt()) ? ApprovalView.State.PENDING : ApprovalView.State.EXPIRED;
    }

    private ApprovalView.State judgement(ApprovalView.Question asked, ActionVerdict given) {
        if (given.getVerdict() != Verdict.DENY) {
            return ApprovalView.State.APPROVED;
        }
        boolean nobody = settling(asked).isEmpty() && !given.getDecidedAt().isBefore(asked.expiresAt());
        return nobody ? ApprovalView.State.EXPIRED : ApprovalView.State.DENIED;
    }

    private ApprovalView.@Nullable Answer answer(ApprovalView.Question asked) {
        return settling(asked)
                .map(ApprovalView.Answer::of)
                .or(() -> Optional.ofNullable(verdict)
                        .filter(given -> given.getApprovedBy() != null)
                        .map(ApprovalRecord::byVerdict))
                .orElse(null);
    }

    private static ApprovalView.Answer byVerdict(ActionVerdict given) {
        String by = given.getApprovedBy() == null ? "" : given.getApprovedBy();
        return new ApprovalView.Answer("APPROVE", by, null, given.getDecidedAt(), given.getReason());
    }

    /** The first denial, or the approval with which enough different people have approved. */
    private Optional<ApprovalDecision> settling(ApprovalView.Question asked) {
        Set<String> approved = new HashSet<>();
        return answers.stream()
                .filter(answer -> answer.getActionHash().equals(asked.actionHash()))
                .filter(answer -> answer.getAnswer() == ApprovalAnswer.DENY
                        || (approved.add(answer.getDecidedBy()) && approved.size() >= asked.people()))
                .findFirst();
    }
}
