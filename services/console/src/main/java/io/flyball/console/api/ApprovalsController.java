package io.flyball.console.api;

import io.flyball.console.door.Caller;
import io.flyball.console.door.Refusal;
import io.flyball.console.door.Role;
import io.flyball.console.door.TimeOrderedIds;
import io.flyball.console.outbox.Message;
import io.flyball.console.outbox.Outbox;
import io.flyball.console.readmodel.ApprovalView;
import io.flyball.console.readmodel.Approvals;
import io.flyball.console.readmodel.Lookup;
import io.flyball.console.trace.TraceOfRequest;
import io.flyball.contract.ApprovalAnswer;
import io.flyball.contract.ApprovalDecision;
import io.flyball.schemas.Topics;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person, and the person's answer. The governor decides whether it counts. */
@RestController
@RequestMapping("/api/approvals")
final class ApprovalsController {
    private final Approvals approvals;
    private final Lookup lookup;
    private final Outbox outbox;
    private final TimeOrderedIds ids;
    private final Clock clock;

    ApprovalsController(Approvals approvals, Lookup lookup, Outbox outbox, TimeOrderedIds ids, Clock clock) {
        this.approvals = approvals;
        this.lookup = lookup;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping
    List<ApprovalView> list(@RequestParam(defaultValue = "false") boolean all) {
        return approvals.list(all);
    }

    @GetMapping("/{id}")
    ApprovalView one(@PathVariable String id) {
        return lookup.approval(id);
    }

    @PostMapping("/{id}/approve")
    Map<String, Object> approve(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        return answer(id, ApprovalAnswer.APPROVE, Order.read(body, caller, false), caller, trace);
    }

    /** The reason goes back to the planner, so a denial without one helps nobody. */
    @PostMapping("/{id}/deny")
    Map<String, Object> deny(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestAttribute(TraceOfRequest.ATTRIBUTE) Context trace) {
        return answer(id, ApprovalAnswer.DENY, Order.read(body, caller, true), caller, trace);
    }

    private Map<String, Object> answer(String id, ApprovalAnswer answer, Order order, Caller caller, Context trace) {
        ApprovalView asked = lookup.approval(id);
        ApprovalView.Question question = asked.question();
        caller.require(Role.APPROVER, question.environment());
        refuseWithoutHash(asked, order);
        if (answer == ApprovalAnswer.APPROVE && order.by().equals(question.notBy())) {
            throw Refusal.forbidden(order.by() + " asked for this run; policy wants another person to approve.");
        }
        ApprovalDecision decision = decision(question, answer, order);
        approvals.offer(decision).ifPresent(before -> refuseUnlessPending(before, order));
        try (Scope _ = trace.makeCurrent()) {
            outbox.send(new Message(Topics.APPROVAL_DECISIONS, question.runId(), decision));
        } catch (RuntimeException e) {
            approvals.withdraw(decision);
            throw e;
        }
        return Map.of(
                "id", decision.getId(),
                "approvalId", id,
                "answer", answer.name(),
                "by", order.by(),
                "channel", order.channel(),
                "actionHash", decision.getActionHash());
    }

    /** Of what is over its end is told instead. */
    private static void refuseWithoutHash(ApprovalView asked, Order order) {
        if (asked.state() == ApprovalView.State.PENDING && order.actionHash().isEmpty()) {
            throw Refusal.unprocessable(
                    "Send actionHash, as GET /api/approvals/{id} shows it: an answer is for the action that was seen.");
        }
    }

    private ApprovalDecision decision(ApprovalView.Question question, ApprovalAnswer answer, Order order) {
        return ApprovalDecision.newBuilder()
                .setId(ids.next())
                .setApprovalId(question.id())
                .setRunId(question.runId())
                .setActionId(question.actionId())
                .setTenant(question.tenant())
                .setAnswer(answer)
                .setActionHash(order.actionHash().orElse(question.actionHash()))
                .setDecidedBy(order.by())
                .setChannel(order.channel())
                .setReason(order.reason().orElse(null))
                .setDecidedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static void refuseUnlessPending(ApprovalView before, Order order) {
        switch (before.state()) {
            case PENDING -> refuseAnotherAction(before, order);
            case ANSWERED, APPROVED, DENIED ->
                throw conflict(before, "It has been answered already" + byWhom(before) + ".");
            case EXPIRED ->
                throw conflict(
                        before, "Its time was up at " + before.question().expiresAt() + ": it counts as denied.");
            case CLOSED -> throw conflict(before, "Its run has ended.");
        }
    }

    private static void refuseAnotherAction(ApprovalView before, Order order) {
        String pending = before.question().actionHash();
        if (order.actionHash().filter(seen -> !seen.equals(pending)).isPresent()) {
            throw conflict(before, "The action is not the one that was seen: pending is " + pending + ". Look again.");
        }
    }

    private static String byWhom(ApprovalView before) {
        ApprovalView.Answer first = before.answer();
        return first == null ? "" : ": " + first.answer() + " by " + first.by() + " at " + first.at();
    }

    private static Refusal conflict(ApprovalView before, String detail) {
        Map<String, Object> more = new HashMap<>();
        more.put("state", before.state());
        if (before.answer() != null) {
            more.put("answer", before.answer());
        }
        return Refusal.conflict(detail, more);
    }
}
