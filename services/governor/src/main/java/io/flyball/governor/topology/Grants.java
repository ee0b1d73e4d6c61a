package io.flyball.governor.topology;

import io.flyball.governor.approval.GivenVerdict;
import io.flyball.governor.approval.GovernedAction;
import io.flyball.schemas.grant.Grant;
import io.flyball.schemas.grant.GrantedAction;
import io.flyball.schemas.grant.SigningKey;
import java.util.Optional;

/** Signs what a verdict allows. A verdict that is given again has the same grant again. */
final class Grants {
    private final SigningKey key;

    Grants(SigningKey key) {
        this.key = key;
    }

    /** The signed grant; empty if nothing is allowed. */
    Optional<String> of(GivenVerdict v) {
        return Optional.ofNullable(v.terms())
                .filter(_ -> v.kind().allows())
                .map(terms -> key.sign(new Grant(
                        action(v, terms.dryRun()),
                        terms.stopEpoch(),
                        v.policyHash(),
                        terms.catalogueVersion(),
                        v.approvedBy(),
                        terms.notAfter())));
    }

    private static GrantedAction action(GivenVerdict v, boolean dryRun) {
        GovernedAction action = v.action();
        return new GrantedAction(
                action.runId(),
                action.actionId(),
                action.actionHash(),
                action.tenant(),
                action.agent(),
                v.effect().name(),
                dryRun);
    }
}
