package io.flyball.cli.policy;

import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import io.flyball.cli.output.Output;
import io.flyball.governor.policy.Judge;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** Reads every file that a verdict depends on, as the governor does when it starts. */
@Command(
        name = "check",
        description = "See whether the governor would take these files.",
        footer = {
            "Ends with 2 where it would not, naming file, line and reason. A governor that runs keeps its last good files.",
            "Example:",
            "  flyball policy check --catalogue ./catalogue"
        })
final class CheckPolicy implements Callable<Integer> {
    @Mixin
    private final CatalogueFolder catalogue = new CatalogueFolder();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    CheckPolicy(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Judge judge = catalogue.judge(shell);
        ObjectNode found = Json.object().put("policy", judge.policyHash()).put("allowsNothing", judge.allowsNothing());
        judge.profiles().forEach(found.putArray("profiles")::add);
        judge.agents().forEach(found.putArray("agents")::add);
        output.write(shell.terminal(), found, () -> page(judge));
        return ExitCode.OK.code();
    }

    private void page(Judge judge) {
        line("policy", judge.policyHash());
        line("profiles", words(judge.profiles()));
        line("agents", words(judge.agents()));
        if (judge.allowsNothing()) {
            shell.terminal().hint("No rule is configured, so every change is denied.");
        }
    }

    private void line(String what, String value) {
        shell.terminal().line("%-10s %s".formatted(what, value));
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
