package io.flyball.orchestrator.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where it is kept, outside Kafka, how far the chains of the audit go.
 *
 * @param checkpointFile gets a signed line with the heads that are new; it belongs where whoever can write to Kafka cannot
 * @param keyFile holds the key pair that signs them (Ed25519), readable by its owner alone; made if it is not there
 * @param checkpointEvery how often; a head is signed after one to two such times
 */
@ConfigurationProperties("flyball.orchestrator.audit")
public record AuditProperties(
        @DefaultValue(".flyball/audit/checkpoints.jsonl") Path checkpointFile,
        @DefaultValue(".flyball/audit/checkpoint-key") Path keyFile,
        @DefaultValue("1m") Duration checkpointEvery) {

    public AuditProperties {
        if (!checkpointEvery.isPositive()) {
            throw new IllegalArgumentException("flyball.orchestrator.audit.checkpoint-every must be positive");
        }
    }
}
