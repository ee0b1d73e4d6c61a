package io.flyball.console.readmodel;

import io.flyball.contract.ActionVerdict;
import io.flyball.contract.ApprovalDecision;
import io.flyball.contract.ApprovalRequest;
import io.flyball.contract.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** All pending approvals and the newest that no longer are. */
@Component
public final class Approvals {
    private final int answeredKept;
    private final Runs runs;
    private final ChangeFeed feed;
    private final Clock clock;
    private final Map<String, ApprovalRecord> records = new LinkedHashMap<>();

    Approvals(ReadModelProperties properties, Runs runs, ChangeFeed feed, Clock clock) {
        this.answeredKept = properties.answeredApprovals();
        this.runs = runs;
        this.feed = feed;
        this.clock = clock;
    }

    void take(ApprovalRequest request) {
        change(request.getId(), before -> before.asked(ApprovalView.Question.of(request)));
    }

    void take(ApprovalDecision decision) {
        change(decision.getApprovalId(), before -> before.answered(decision));
    }

    void take(ActionVerdict verdict) {
        String approval = verdict.getApprovalId();
        if (approval != null && verdict.getVerdict() != Verdict.HOLD_FOR_APPROVAL) {
            change(approval, before -> before.judged(verdict));
        }
    }

    private synchronized void change(String id, UnaryOperator<ApprovalRecord> change) {
        ApprovalRecord before = records.getOrDefault(id, ApprovalRecord.EMPTY);
        ApprovalRecord after = change.apply(before);
        if (!after.equals(before)) {
            records.put(id, after);
            forgetOldest();
            view(after).ifPresent(view -> feed.append("approval", view));
        }
    }

    private void forgetOldest() {
        if (records.size() <= answeredKept) {
            return;
        }
        List<String> over = records.entrySet().stream()
                .filter(entry -> !isPending(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        over.stream().limit(Math.max(0, over.size() - answeredKept)).forEach(records::remove);
    }

    private boolean isPending(ApprovalRecord approval) {
        ApprovalView.Question question = approval.question();
        return question != null && approval.isPending(question, clock.instant(), runs.hasEnded(question.runId()));
    }

    /** The approval of that id. */
    public synchronized Optional<ApprovalView> find(String id) {
        return Optional.ofNullable(records.get(id)).flatMap(this::view);
    }

    /** The approvals, the next to expire first. */
    public synchronized List<ApprovalView> list(boolean all) {
        return records.values().stream()
                .flatMap(approval -> view(approval).stream())
                .filter(view -> all || view.state() == ApprovalView.State.PENDING)
                .sorted(Comparator.comparing(view -> view.question().expiresAt()))
                .toList();
    }

    /**
     * Takes the answer if the approval is still pending, before it is published, so that a second one hears of the first.
     *
     * @return the approval as it was
     */
    public synchronized Optional<ApprovalView> offer(ApprovalDecision decision) {
        Optional<ApprovalView> before = find(decision.getApprovalId());
        if (before.filter(view -> view.state() == ApprovalView.State.PENDING).isPresent()) {
            take(decision);
        }
        return before;
    }

    /** Takes an answer back that could not be published. */
    public void withdraw(ApprovalDecision decision) {
        change(decision.getApprovalId(), before -> before.withdrawn(decision.getId()));
    }

    private Optional<ApprovalView> view(ApprovalRecord approval) {
        Instant now = clock.instant();
        ApprovalView.Question question = approval.question();
        return approval.view(now, question != null && runs.hasEnded(question.runId()));
    }
}
