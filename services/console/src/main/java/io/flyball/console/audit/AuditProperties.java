package io.flyball.console.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How exports of the audit are sealed.
 *
 * @param keyFile holds the key pair that signs seals (Ed25519), readable by its owner alone; made at the first export if it
 *     is not there
 */
@ConfigurationProperties("flyball.console.audit")
public record AuditProperties(
        @DefaultValue(".flyball/audit-key") Path keyFile) {}
