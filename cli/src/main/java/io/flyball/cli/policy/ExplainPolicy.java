package io.flyball.cli.policy;

import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.lines.JsonLines;
import io.flyball.cli.output.Output;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Says what governor and executor would do with an action, by their own code and the catalogue's files. */
@Command(
        name = "explain",
        description = "Say what governor and executor would do with an action, and why.",
        footer = {
            "With --jsonl each line in holds id and command (or argv) of a run_command; each line out holds id,",
            "verdict (allow, notify, approve or deny), risk and reasons. A command that needs a shell is denied:",
            "there is none.",
            "Examples:",
            "  flyball policy explain --profile production --tool run_command --arguments '{\"argv\":[\"df\",\"-h\"]}'",
            "  flyball policy explain --profile production --jsonl < commands.jsonl"
        })
final class ExplainPolicy implements Callable<Integer> {
    private static final String COMMAND_TOOL = "run_command";

    @Option(names = "--profile", paramLabel = "PROFILE", required = true, description = "Autonomy profile.")
    private String profile = "";

    @Option(
            names = "--agent",
            paramLabel = "AGENT",
            defaultValue = Explanation.DEFAULT_AGENT,
            description = "Who asks. Default: ${DEFAULT-VALUE}.")
    private String agent = "";

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            defaultValue = COMMAND_TOOL,
            description = "What it asks for. Default: ${DEFAULT-VALUE}.")
    private String tool = COMMAND_TOOL;

    @Option(names = "--arguments", paramLabel = "JSON", description = "The tool's arguments, a JSON object.")
    private @Nullable String arguments;

    @Option(names = "--jsonl", description = "Read and write JSON Lines.")
    private boolean jsonl;

    @Mixin
    private final CatalogueFolder catalogue = new CatalogueFolder();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    ExplainPolicy(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Explanation explanation = Explanation.by(catalogue.judge(shell), Optional.of(profile), agent);
        if (jsonl) {
            JsonLines.answer(shell.terminal(), explanation::ofLine);
            return ExitCode.OK.code();
        }
        if (arguments == null) {
            throw new CommandFailed(
                    ExitCode.USAGE, "Nothing to explain.", "Give --arguments, or --jsonl and lines on standard input.");
        }
        ObjectNode explained = explanation.of(tool, arguments);
        output.write(shell.terminal(), explained, () -> ExplanationPage.write(shell.terminal(), explained));
        return ExitCode.OK.code();
    }
}
