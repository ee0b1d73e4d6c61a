package io.flyball.governor.policyfiles;

import io.flyball.contract.AuditFact;
import io.flyball.contract.AuditKind;
import io.flyball.platform.publish.Publisher;
import io.flyball.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Records that another version of the policy is in force. */
final class PolicyChangeAudit implements Consumer<PolicyChange> {
    private static final Logger log = LoggerFactory.getLogger(PolicyChangeAudit.class);
    private static final String SERVICE = "governor";
    private static final JsonMapper JSON = new JsonMapper();

    private final Publisher publisher;
    private final Clock clock;

    PolicyChangeAudit(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void accept(PolicyChange change) {
        publisher
                .send(Topics.AUDIT_FACTS, SERVICE, entry(change, clock.instant()))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        log.error(
                                "could not record the change from {} to {}", change.before(), change.after(), failure);
                    }
                });
    }

    static AuditFact entry(PolicyChange change, Instant at) {
        return AuditFact.newBuilder()
                .setId("policy:" + change.after() + ":" + at.toEpochMilli())
                .setTenant("default")
                .setService(SERVICE)
                .setKind(AuditKind.POLICY_CHANGE)
                .setActor(SERVICE)
                .setDetailJson(JSON.writeValueAsString(Map.of("before", change.before(), "after", change.after())))
                .setAt(at)
                .build();
    }
}
