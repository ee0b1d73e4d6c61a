package io.flyball.cli.audit;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.schemas.audit.CheckpointLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says whether what was recorded is still what stands there. */
@Command(
        name = "verify",
        description = "Find entries that were changed, dropped, swapped, cut off, written anew or forged.",
        footer = {
            "Ends with 0 if nothing is found, with 1 if something is; each finding names run, place and entry.",
            "Without a file the suite itself is asked. An end that was cut off shows only against a seal: that of the file",
            "itself, or of an earlier export. A seal is worth as much as its key: give --key what the suite's first export",
            "said, kept where whoever can write to the suite cannot. Of the suite on this machine, the checkpoints that the",
            "orchestrator signs every minute are held against it, too.",
            "Examples:",
            "  flyball audit verify",
            "  flyball audit verify audit.jsonl --key MCowBQYDK2VwAyEA...",
            "  flyball audit verify --against yesterday.jsonl"
        })
final class VerifyAudit implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "An export. Default: ask the suite.")
    private @Nullable Path file;

    @Option(names = "--against", paramLabel = "FILE", description = "An earlier export, whose seal must still hold.")
    private @Nullable Path earlier;

    @Option(names = "--key", paramLabel = "BASE64", description = "The public key that seals must be signed with.")
    private @Nullable String key;

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "What the orchestrator signed outside Kafka. Default: that of the suite on this machine.")
    private @Nullable Path checkpoints;

    @Option(
            names = "--checkpoint-key",
            paramLabel = "BASE64",
            description = "The public key that checkpoints must be signed with.")
    private @Nullable String checkpointKey;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    VerifyAudit(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() {
        AuditFile audit = file == null ? live() : AuditFile.of(file);
        if (audit.check().entries() == 0 && audit.seal().isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "There is no entry and no seal in it.", "Name an export.");
        }
        ObjectNode report =
                VerifyReport.of(audit, earlier == null ? null : AuditFile.of(earlier), trusted(), checkpoints());
        output.write(shell.terminal(), report, () -> page(report));
        return report.path("whole").asBoolean() ? ExitCode.OK.code() : ExitCode.FAILED.code();
    }

    /** Of the suite on this machine the key is known. */
    private @Nullable String trusted() {
        return key == null && file == null && access.remote().isEmpty()
                ? access.dataFolder().auditPublicKey().orElse(null)
                : key;
    }

    private @Nullable CheckpointLines checkpoints() {
        boolean own = file == null && access.remote().isEmpty();
        Path signed = checkpoints == null && own ? access.dataFolder().checkpointFile() : checkpoints;
        if (signed == null || (checkpoints == null && !Files.exists(signed))) {
            return null;
        }
        var lines = new CheckpointLines(
                checkpointKey == null && own
                        ? access.dataFolder().checkpointPublicKey().orElse(null)
                        : checkpointKey);
        AuditFile.forEachLine(signed, lines::add);
        return lines;
    }

    private AuditFile live() {
        AuditFile audit = new AuditFile();
        access.console().lines(ExportAudit.path(null), audit::add);
        return audit;
    }

    private void page(ObjectNode report) {
        for (JsonNode finding : report.path("findings")) {
            String place = Json.text(finding, "chain").isEmpty()
                    ? "outside chains"
                    : Json.text(finding, "chain") + ", entry " + Json.text(finding, "sequence");
            shell.terminal()
                    .line("%-10s %s: %s".formatted(Json.text(finding, "kind"), place, Json.text(finding, "why")));
        }
        report.path("warnings").forEach(it -> shell.terminal().line("%-10s %s".formatted("Warning", it.asString())));
        shell.terminal()
                .line("%s: %s entries of %s runs, %d findings; seal: %s"
                        .formatted(
                                report.path("whole").asBoolean() ? "Whole" : "NOT WHOLE",
                                Json.text(report, "entries"),
                                Json.text(report, "chains"),
                                report.path("findings").size(),
                                Json.text(report, "seal")));
    }
}
