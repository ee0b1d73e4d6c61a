package io.flyball.cli.audit;

import io.flyball.cli.output.Json;
import io.flyball.schemas.audit.AuditFinding;
import io.flyball.schemas.audit.AuditSeal;
import io.flyball.schemas.audit.CheckpointLines;
import io.flyball.schemas.audit.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a check of an audit has found, as a program reads it. */
final class VerifyReport {
    private final ObjectNode report = Json.object();
    private final ArrayNode findings;
    private final AuditFile audit;
    private final @Nullable String key;

    private VerifyReport(AuditFile audit, @Nullable String key) {
        this.audit = audit;
        this.key = key;
        report.put("whole", false)
                .put("entries", audit.check().entries())
                .put("chains", audit.check().chains());
        findings = report.putArray("findings");
    }

    /**
     * The report.
     *
     * @param earlier an export whose seal must hold too; null for none
     * @param key the public key that every seal must be signed with; null for any
     * @param checkpoints what the audit's writer signed; null for none
     */
    static ObjectNode of(
            AuditFile audit, @Nullable AuditFile earlier, @Nullable String key, @Nullable CheckpointLines checkpoints) {
        VerifyReport report = new VerifyReport(audit, key);
        audit.unreadable().forEach(why -> report.add("UNREADABLE", why));
        audit.check().findings().forEach(report::add);
        report.sealOf(audit, true);
        if (earlier != null) {
            report.sealOf(earlier, false);
        }
        if (checkpoints != null) {
            report.hold(checkpoints);
        }
        return report.finished();
    }

    private void sealOf(AuditFile sealed, boolean own) {
        Optional<AuditSeal> seal = sealed.seal();
        if (own) {
            report.put("seal", seal.map(this::says).orElse("none"));
            seal.ifPresent(it -> report.put("sealedAt", it.at().toString()).put("publicKey", it.publicKey()));
        }
        if (seal.isEmpty()) {
            add(
                    "TRUNCATED",
                    own ? "the seal, which is an export's last line, is missing" : "the earlier export has no seal");
        }
        seal.ifPresent(it -> {
            if (!says(it).equals("genuine")) {
                add("FORGED", (own ? "the seal is " : "the seal of the earlier export is ") + says(it));
            }
            audit.check()
                    .against(it.heads(), own ? Period.ALWAYS : Period.NEVER)
                    .forEach(this::add);
        });
    }

    private void hold(CheckpointLines checkpoints) {
        report.put("checkpoints", checkpoints.lines());
        ArrayNode warnings = report.putArray("warnings");
        checkpoints.unfinished().forEach(warnings::add);
        checkpoints.faults().forEach(why -> add("FORGED", why));
        audit.check().against(checkpoints.heads(), checkpoints.covered()).forEach(this::add);
    }

    private String says(AuditSeal seal) {
        if (!seal.genuine()) {
            return "not signed by the key that it names";
        }
        return key == null || key.equals(seal.publicKey()) ? "genuine" : "signed by another key";
    }

    private void add(AuditFinding finding) {
        findings.addObject()
                .put("chain", finding.chain())
                .put("sequence", finding.sequence())
                .put("kind", finding.kind().name())
                .put("entry", finding.entry())
                .put("why", finding.why());
    }

    private void add(String kind, String why) {
        findings.addObject()
                .put("chain", "")
                .put("sequence", 0)
                .put("kind", kind)
                .put("entry", "")
                .put("why", why);
    }

    private ObjectNode finished() {
        return report.put("whole", findings.isEmpty());
    }
}
