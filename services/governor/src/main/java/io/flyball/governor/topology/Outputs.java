package io.flyball.governor.topology;

import io.flyball.governor.approval.ApprovalCommand;
import io.flyball.governor.approval.ApprovalCommand.AskPeople;
import io.flyball.governor.approval.ApprovalCommand.GiveVerdict;
import io.flyball.governor.approval.ApprovalCommand.KeepRunApproval;
import io.flyball.governor.approval.ApprovalCommand.RecordAnswer;
import io.flyball.governor.approval.ApprovalCommand.RecordTimeout;
import io.flyball.governor.approval.ApprovalCommand.RefuseAnswer;
import io.flyball.governor.approval.ApprovalCommand.RemindPeople;
import io.flyball.governor.approval.ApprovalCommand.TellPeople;
import io.flyball.schemas.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Commands as records for topics. */
final class Outputs {
    private final Grants grants;

    Outputs(Grants grants) {
        this.grants = grants;
    }

    /** A record and where it goes; the key is always the run's id. */
    record Output(String topic, SpecificRecord record) {}

    List<Output> of(ApprovalCommand command) {
        return switch (command) {
            case GiveVerdict c ->
                List.of(new Output(
                        Topics.ACTION_VERDICTS,
                        VerdictMapper.verdict(
                                c.verdict(), grants.of(c.verdict()).orElse(null))));
            case AskPeople c ->
                List.of(
                        new Output(Topics.APPROVAL_REQUESTS, RequestMapper.request(c)),
                        new Output(Topics.NOTIFICATIONS, Notices.asked(c)));
            case ApprovalCommand.AskLonger c ->
                List.of(
                        new Output(Topics.APPROVAL_REQUESTS, RequestMapper.request(c)),
                        new Output(Topics.NOTIFICATIONS, Notices.askedLonger(c)));
            case RemindPeople c -> List.of(new Output(Topics.NOTIFICATIONS, Notices.reminded(c)));
            case TellPeople c -> List.of(new Output(Topics.NOTIFICATIONS, Notices.told(c)));
            case RefuseAnswer c ->
                List.of(
                        new Output(Topics.AUDIT_FACTS, AuditMapper.refused(c)),
                        new Output(Topics.NOTIFICATIONS, Notices.refused(c)));
            case RecordAnswer c -> List.of(new Output(Topics.AUDIT_FACTS, AuditMapper.counted(c)));
            case RecordTimeout c -> List.of(new Output(Topics.AUDIT_FACTS, AuditMapper.timedOut(c)));
            // An approval for a run stays inside: it concerns the store.
            case KeepRunApproval _ -> List.of();
        };
    }
}
