package io.flyball.cli.doctor;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.access.StackFile;
import io.flyball.cli.doctor.Examination.Result;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.cli.terminal.Column;
import io.flyball.localstack.transactions.OpenTransaction;
import io.flyball.schemas.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What is wrong with a suite; and on order, after a question, the end of transactions that hang. */
@Command(
        name = "doctor",
        description = {
            "Look for what is wrong: services, broker, topics, schemas, Redis, readers that stand still, transactions that hang.",
            "Ends with 0 if all is well, 1 if something is wrong or could not be looked at. Changes nothing, unless",
            "--abort-hanging is given: then it asks, and aborts hanging transactions on the suite's own topics."
        },
        footer = {
            "Examples:",
            "  flyball doctor",
            "  flyball doctor --kafka kafka:9092 -o json | jq '.[] | select(.state != \"OK\")'"
        })
public final class DoctorCommand implements Callable<Integer> {
    private static final List<Column<JsonNode>> COLUMNS = List.of(
            Column.of("CHECK", finding -> Json.text(finding, "check")),
            Column.of("STATE", finding -> Json.text(finding, "state")),
            Column.flexible("DETAIL", finding -> Json.text(finding, "detail")));

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "The broker. Default: that of the stack on this machine.")
    private @Nullable String kafka;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "The schema registry. Default: that of the stack on this machine.")
    private @Nullable URI registry;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description =
                    "How long a transaction must be seen open before its coordinator is asked. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Option(names = "--abort-hanging", description = "Abort what hangs on the suite's topics, after a question.")
    private boolean abort;

    @Option(names = "--yes", description = "Answers the question.")
    private boolean yes;

    @Mixin
    private final Output output = new Output();

    private final Shell shell;
    private final Access access;

    public DoctorCommand(Shell shell, Access access) {
        this.shell = shell;
        this.access = access;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException, IOException {
        Optional<StackFile> stack = access.remote().isPresent()
                ? Optional.empty()
                : access.dataFolder().stack();
        Optional<String> broker = Optional.ofNullable(kafka).or(() -> stack.flatMap(file -> file.url("broker")));
        Result result = new Examination(
                        stack.map(StackFile::services).orElse(List.of()),
                        broker,
                        Optional.ofNullable(registry)
                                .or(() -> stack.flatMap(file -> file.url("registry"))
                                        .map(URI::create)),
                        access.redis(),
                        Duration.ofSeconds(patience))
                .perform();
        output.writeRows(shell.terminal(), json(result.findings()), COLUMNS, "Nothing was looked at.");
        if (abort && broker.isPresent() && !result.hanging().isEmpty()) {
            end(broker.get(), result.hanging());
            return ExitCode.OK.code();
        }
        return (result.wrong() ? ExitCode.FAILED : ExitCode.OK).code();
    }

    private static ArrayNode json(List<Finding> findings) {
        ArrayNode array = Json.object().putArray("findings");
        findings.forEach(finding -> array.addObject()
                .put("check", finding.check())
                .put("state", finding.state().name())
                .put("detail", finding.detail()));
        return array;
    }

    private void end(String broker, List<OpenTransaction> hanging)
            throws InterruptedException, ExecutionException, IOException {
        requireYes(hanging.size());
        try (Cluster cluster = new Cluster(broker, TopicCatalogue.load())) {
            for (OpenTransaction transaction : hanging) {
                cluster.abort(transaction);
                shell.terminal().hint("Aborted: " + transaction.place());
            }
        }
    }

    private void requireYes(int number) throws IOException {
        if (yes) {
            return;
        }
        shell.terminal().hint("Abort " + number + " of them, as their coordinator would have done? Type yes:");
        byte[] typed = shell.terminal().in().readNBytes(3);
        if (!new String(typed, java.nio.charset.StandardCharsets.UTF_8).equals("yes")) {
            throw new CommandFailed(ExitCode.REFUSED, "Nothing was aborted.", "");
        }
    }
}
