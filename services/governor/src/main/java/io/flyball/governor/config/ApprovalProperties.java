package io.flyball.governor.config;

import io.flyball.governor.approval.ApprovalRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long approvals wait.
 *
 * @param timeout how long people have to answer before an action counts as denied; they are reminded at half time
 * @param keepAnswered how long an answered action and an approval for a run are remembered
 * @param lookEvery how often deadlines and the release of a stop are looked for
 * @param absentAfter after how long without a look the governor counts as having been away, so that nobody could be heard
 */
@ConfigurationProperties("flyball.governor.approval")
public record ApprovalProperties(
        @DefaultValue("300s") Duration timeout,
        @DefaultValue("24h") Duration keepAnswered,
        @DefaultValue("200ms") Duration lookEvery,
        @DefaultValue("5s") Duration absentAfter) {

    public ApprovalProperties {
        Positive.require(timeout, "flyball.governor.approval.timeout");
        Positive.require(keepAnswered, "flyball.governor.approval.keep-answered");
        Positive.require(lookEvery, "flyball.governor.approval.look-every");
        Positive.require(absentAfter, "flyball.governor.approval.absent-after");
    }

    /**
     * The rules for the machine.
     *
     * @param grantTime how long after a verdict its action may begin
     */
    public ApprovalRules toRules(Duration grantTime) {
        return new ApprovalRules(timeout, grantTime, keepAnswered);
    }
}
