package io.flyball.governor.topology;

import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.governor.approval.Answer;
import io.flyball.governor.approval.ApprovalCommand.AskLonger;
import io.flyball.governor.approval.ApprovalCommand.AskPeople;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalCommand.RemindPeople;
import io.flyball.governor.approval.ApprovalCommand.TellPeople;
import io.flyball.governor.policy.Judgement;
import io.flyball.governor.policy.Proposal;
import io.flyball.governor.policy.Risk;
import io.flyball.governor.policy.RunContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people are told about approvals. */
final class Notices {
    private Notices() {}

    static Notification asked(AskPeople ask) {
        return request(ask.proposal(), ask.judgement(), ask.at(), ask.expiresAt(), "asked", "Approval needed: ");
    }

    static Notification reminded(RemindPeople again) {
        return request(
                again.proposal(), again.judgement(), again.at(), again.expiresAt(), "reminded", "Still waiting: ");
    }

    /** Each end is told once. */
    static Notification askedLonger(AskLonger ask) {
        return request(
                ask.proposal(),
                ask.judgement(),
                ask.at(),
                ask.expiresAt(),
                "until-" + ask.expiresAt().toEpochMilli(),
                "Still waiting, and for longer because no answer could be heard for a while: ");
    }

    static Notification told(TellPeople tell) {
        Judgement judgement = tell.judgement();
        return about(tell.proposal(), "allowed", NotificationKind.PROGRESS, "info", tell.at())
                .setTitle("Allowed without asking: " + oneLine(judgement))
                .setBody(NoticeText.body(tell.proposal(), judgement))
                .setFields(facts(tell.proposal(), judgement))
                .build();
    }

    static Notification refused(RefuseAnswer refusal) {
        Answer answer = refusal.answer();
        String id = answer.id() + ":refused";
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant(answer.tenant())
                .setSubject(answer.runId())
                .setRunId(answer.runId())
                .setKind(NotificationKind.PROGRESS)
                .setSeverity("warning")
                .setTitle("The answer of " + answer.by() + " does not count")
                .setBody(answer.kind() + " on " + answer.channel() + " is refused: " + refusal.why())
                .setFields(Map.of(
                        "approval", answer.approvalId(), "answer", answer.kind().name()))
                .setAt(refusal.at())
                .build();
    }

    private static Notification request(
            Proposal proposal, Judgement judgement, Instant at, Instant expiresAt, String what, String title) {
        Map<String, String> facts = facts(proposal, judgement);
        facts.put("expires", expiresAt.toString());
        long seconds = Duration.between(at, expiresAt).toSeconds();
        String severity = judgement.nature().risk() == Risk.CRITICAL ? "critical" : "warning";
        return about(proposal, what, NotificationKind.APPROVAL_NEEDED, severity, at)
                .setTitle(title + oneLine(judgement))
                .setBody(NoticeText.body(proposal, judgement) + "\n\n" + NoticeText.howToAnswer(proposal, seconds))
                .setFields(facts)
                .build();
    }

    private static Notification.Builder about(
            Proposal proposal, String what, NotificationKind kind, String severity, Instant at) {
        RunContext run = proposal.run();
        String id = proposal.actionId() + ":" + what;
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant(run.tenant())
                .setSubject(run.runId())
                .setRunId(run.runId())
                .setKind(kind)
                .setSeverity(severity)
                .setEnvironment(run.environment())
                .setAgent(run.agent())
                .setAt(at);
    }

    private static Map<String, String> facts(Proposal proposal, Judgement judgement) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("run", proposal.run().runId());
        facts.put("approval", proposal.actionId());
        facts.put("command", judgement.nature().command());
        facts.put("risk", judgement.nature().risk().name());
        facts.put("rule", judgement.rule());
        if (proposal.target() != null) {
            facts.put("target", proposal.target());
        }
        return facts;
    }

    private static String oneLine(Judgement judgement) {
        String command = judgement.nature().command();
        return command.length() <= 100 ? command : command.substring(0, 97) + "...";
    }
}
