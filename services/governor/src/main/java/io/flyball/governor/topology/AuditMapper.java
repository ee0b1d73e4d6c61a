package io.flyball.governor.topology;

import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.governor.approval.Answer;
import io.flyball.governor.approval.ApprovalCommand.RecordAnswer;
import io.flyball.governor.approval.ApprovalCommand.RecordTimeout;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.GovernedAction;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What must be provable later about approvals, from domain to contract. */
final class AuditMapper {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditMapper() {}

    static AuditFact counted(RecordAnswer command) {
        Answer answer = command.answer();
        return about(command.action(), command.reversible())
                .setId(answer.id() + ":counted")
                .setActor(answer.by())
                .setDetailJson(JSON.writeValueAsString(detail("counted", answer)))
                .setAt(command.at())
                .build();
    }

    static AuditFact refused(RefuseAnswer command) {
        Answer answer = command.answer();
        Map<String, Object> detail = detail("refused", answer);
        detail.put("why", command.why());
        return entry(answer.tenant(), answer.runId())
                .setId(answer.id() + ":refused")
                .setActor(answer.by())
                .setActionId(answer.approvalId())
                .setDetailJson(JSON.writeValueAsString(detail))
                .setAt(command.at())
                .build();
    }

    static AuditFact timedOut(RecordTimeout command) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("outcome", "timed out");
        detail.put("askedAt", command.askedAt().toString());
        return about(command.action(), command.reversible())
                .setId(command.action().actionId() + ":timed-out")
                .setActor("governor")
                .setDetailJson(JSON.writeValueAsString(detail))
                .setAt(command.at())
                .build();
    }

    private static AuditFact.Builder about(GovernedAction action, boolean reversible) {
        return entry(action.tenant(), action.runId())
                .setAgent(action.agent())
                .setActionId(action.actionId())
                .setTool(action.tool())
                .setTarget(action.target())
                .setReversible(reversible);
    }

    private static AuditFact.Builder entry(String tenant, String runId) {
        return AuditFact.newBuilder()
                .setTenant(tenant)
                .setRunId(runId)
                .setService("governor")
                .setKind(AuditKind.APPROVAL);
    }

    private static Map<String, Object> detail(String outcome, Answer answer) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("outcome", outcome);
        detail.put("answer", answer.kind().name());
        detail.put("answerId", answer.id());
        detail.put("channel", answer.channel());
        detail.put("actionHash", answer.actionHash());
        detail.put("answeredAt", answer.givenAt().toString());
        if (answer.reason() != null) {
            detail.put("reason", answer.reason());
        }
        return detail;
    }
}
