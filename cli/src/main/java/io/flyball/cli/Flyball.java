package io.flyball.cli;

import io.flyball.cli.access.Access;
import io.flyball.cli.access.Shell;
import io.flyball.cli.alerts.AlertsCommand;
import io.flyball.cli.approvals.ApprovalsCommand;
import io.flyball.cli.audit.AuditCommand;
import io.flyball.cli.budgets.BudgetsCommand;
import io.flyball.cli.causes.CausesCommand;
import io.flyball.cli.completion.CompletionCommand;
import io.flyball.cli.cost.CostCommand;
import io.flyball.cli.deadletters.DeadLettersCommand;
import io.flyball.cli.demo.DemoCommand;
import io.flyball.cli.demo.SuiteStarter;
import io.flyball.cli.doctor.DoctorCommand;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.mcp.McpCommand;
import io.flyball.cli.policy.PolicyCommand;
import io.flyball.cli.prices.PricesCommand;
import io.flyball.cli.runs.RunsCommand;
import io.flyball.cli.secrets.SecretsCommand;
import io.flyball.cli.stack.DownCommand;
import io.flyball.cli.stack.LocalSuite;
import io.flyball.cli.stack.LogsCommand;
import io.flyball.cli.stack.ResetCommand;
import io.flyball.cli.stack.RestartCommand;
import io.flyball.cli.stack.UpCommand;
import io.flyball.cli.status.StatusCommand;
import io.flyball.cli.stop.KillCommand;
import io.flyball.cli.stop.ResumeCommand;
import io.flyball.cli.stop.ReviveCommand;
import io.flyball.cli.stop.StopCommand;
import io.flyball.cli.terminal.Ink;
import io.flyball.cli.trash.TrashCommand;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The root of all commands. */
@Command(
        name = "flyball",
        description = "Runs AI agents in production operations and keeps them governed.",
        version = "flyball 0.1.0",
        exitCodeListHeading = "%nExit codes:%n",
        footerHeading = "%n",
        footer = {"Begin with:", "  flyball demo        a real incident on this machine, from alert to repair"})
public final class Flyball {
    private static final int WIDTH = 100;

    private Flyball() {}

    /** All commands, ready to execute. */
    public static CommandLine commandLine(Shell shell, Clock clock) {
        return commandLine(shell, clock, new LocalSuite());
    }

    /**
     * All commands with another way to bring the suite up.
     *
     * @param starter what the demo plays on
     */
    static CommandLine commandLine(Shell shell, Clock clock, SuiteStarter starter) {
        Access access = new Access(shell);
        CommandLine root = new CommandLine(new Flyball())
                .addMixin("access", access)
                .addSubcommand(new UpCommand(shell, access))
                .addSubcommand(new DownCommand(shell, access))
                .addSubcommand(new StatusCommand(shell, access))
                .addSubcommand(new DoctorCommand(shell, access))
                .addSubcommand(new LogsCommand(shell, access))
                .addSubcommand(new RestartCommand(shell, access))
                .addSubcommand(new ResetCommand(shell, access))
                .addSubcommand(new DemoCommand(shell, access, clock, starter))
                .addSubcommand("alerts", AlertsCommand.with(shell, access))
                .addSubcommand("runs", RunsCommand.with(shell, access))
                .addSubcommand("approvals", ApprovalsCommand.with(shell, access, clock))
                .addSubcommand(new StopCommand(shell, access, clock))
                .addSubcommand(new ResumeCommand(shell, access))
                .addSubcommand(new KillCommand(shell, access, clock))
                .addSubcommand(new ReviveCommand(shell, access))
                .addSubcommand(new CostCommand(shell, access))
                .addSubcommand("budgets", BudgetsCommand.with(shell, access))
                .addSubcommand("prices", PricesCommand.with(shell))
                .addSubcommand("audit", AuditCommand.with(shell, access))
                .addSubcommand("policy", PolicyCommand.with(shell))
                .addSubcommand("causes", CausesCommand.with(shell, access))
                .addSubcommand("mcp", McpCommand.with(shell, access))
                .addSubcommand("secrets", SecretsCommand.with(shell))
                .addSubcommand("trash", TrashCommand.with(shell, access, clock))
                .addSubcommand("dead-letters", DeadLettersCommand.with(shell, access))
                .addSubcommand(new CompletionCommand(shell))
                .addSubcommand(new HelpCommand());
        return configured(root, shell);
    }

    private static CommandLine configured(CommandLine root, Shell shell) {
        root.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        Failures failures = new Failures(shell.terminal());
        root.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE.code());
        root.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return everywhere(root)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedSubcommandsAllowed(false)
                .setOut(shell.terminal().out())
                .setErr(shell.terminal().err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        shell.terminal().ink() == Ink.COLOURED ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /** Help for every command, and long lines broken where the terminal ends. */
    private static CommandLine everywhere(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help.")
                    .build());
        }
        spec.usageMessage().sortOptions(false).footerHeading("%n").width(WIDTH);
        command.getSubcommands().values().forEach(Flyball::everywhere);
        return command;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values())
                .sorted(Comparator.comparingInt(ExitCode::code))
                .forEach(code -> codes.put(String.valueOf(code.code()), code.meaning()));
        return codes;
    }
}
