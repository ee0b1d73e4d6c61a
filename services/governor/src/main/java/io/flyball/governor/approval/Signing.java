package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import io.flyball.governor.policy.Approvers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose approval counts where policy asks for another person, or for two. */
final class Signing {
    private Signing() {}

    /** Why this one does not count; empty if it does. */
    static Optional<String> objection(AwaitingApproval s, Answer answer, Approvers wanted) {
        String asker = asker(s);
        if (wanted.another() && asker.equals(answer.by())) {
            return Optional.of(asker + " asked for this run, and policy wants another person to approve");
        }
        return s.approvals().stream().anyMatch(before -> before.by().equals(answer.by()))
                ? Optional.of(answer.by() + " has approved already, and policy wants two people")
                : Optional.empty();
    }

    /** The approvals that count; an asker's own may have counted when it was given. */
    static List<Answer> counting(AwaitingApproval s, Approvers wanted) {
        return s.approvals().stream()
                .filter(answer -> !wanted.another() || !answer.by().equals(asker(s)))
                .toList();
    }

    /** What these approvals are enough for. */
    static Approvers met(AwaitingApproval s, List<Answer> counting) {
        return new Approvers(
                counting.size(), counting.stream().noneMatch(it -> it.by().equals(asker(s))));
    }

    private static String asker(AwaitingApproval s) {
        return s.proposal().run().principal();
    }

    /** The last answer, in the name of all. */
    static Answer together(List<Answer> answers) {
        Answer last = answers.getLast();
        String names = answers.stream().map(Answer::by).collect(Collectors.joining(" and "));
        return new Answer(
                last.id(),
                last.approvalId(),
                last.runId(),
                last.tenant(),
                last.kind(),
                last.actionHash(),
                names,
                last.channel(),
                last.reason(),
                last.givenAt());
    }
}
