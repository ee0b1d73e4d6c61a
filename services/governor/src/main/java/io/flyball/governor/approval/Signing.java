package io.flyball.governor.approval;

import io.flyball.governor.approval.ApprovalState.AwaitingApproval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whose approval counts where policy asks for another person, or for two. */
final class Signing {
    private Signing() {}

    /** Why this one does not count; empty if it does. */
    static Optional<String> objection(AwaitingApproval s, Answer answer) {
        String asker = s.proposal().run().principal();
        if (s.judgement().approvers().another() && asker.equals(answer.by())) {
            return Optional.of(asker + " asked for this run, and policy wants another person to approve");
        }
        return s.approvals().stream().anyMatch(before -> before.by().equals(answer.by()))
                ? Optional.of(answer.by() + " has approved already, and policy wants two people")
                : Optional.empty();
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
