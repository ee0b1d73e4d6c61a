package io.flyball.cli.prices;

import io.flyball.catalogue.PriceBook;
import io.flyball.catalogue.PriceSetAside;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the price book as planner and ledger do when they start. */
@Command(
        name = "check",
        description = "See which prices are set aside, and why.",
        footer = {"Example:", "  flyball prices check --catalogue ./catalogue"})
final class CheckPrices implements Callable<Integer> {
    @Mixin
    private final PriceFiles files = new PriceFiles();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    CheckPrices(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        List<PriceSetAside> setAside =
                PriceFiles.read(() -> PriceBook.load(files.folder(shell))).setAside();
        output.write(shell.terminal(), PriceFiles.found(setAside), () -> PriceFiles.page(shell, setAside));
        return ExitCode.OK.code();
    }
}
