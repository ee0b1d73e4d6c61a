package io.flyball.cli.prices;

import io.flyball.catalogue.LiteLlmPrices;
import io.flyball.catalogue.PriceBook;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Takes a price list of LiteLLM's into the catalogue. */
@Command(
        name = "import",
        description = "Take a price list in LiteLLM's JSON format into the catalogue.",
        footer = {
            "Zero, null, text, negative and absurd prices are set aside by name. prices.yaml counts where both know a model.",
            "Planner and ledger read the list when they start.",
            "Example:",
            "  flyball prices import model_prices_and_context_window.json"
        })
final class ImportPrices implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The list.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Only tell what would be read and what set aside.")
    private boolean dryRun;

    @Mixin
    private final PriceFiles files = new PriceFiles();

    @Mixin
    private final Output output = new Output();

    private final Shell shell;

    ImportPrices(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Path list = Objects.requireNonNull(file);
        LiteLlmPrices.Report report = PriceFiles.read(() -> LiteLlmPrices.report(list));
        if (!dryRun) {
            put(list, files.folder(shell).resolve(PriceBook.IMPORTED));
        }
        ObjectNode found = PriceFiles.found(report.setAside()).put("models", report.models());
        output.write(shell.terminal(), found, () -> {
            PriceFiles.page(shell, report.setAside());
            shell.terminal()
                    .line("%d models are priced%s.".formatted(report.models(), dryRun ? "; nothing was written" : ""));
        });
        return ExitCode.OK.code();
    }

    /** Whole or not at all: who starts meanwhile must not read half a list. */
    private static void put(Path list, Path target) throws IOException {
        Path beside = Files.createTempFile(target.toAbsolutePath().getParent(), "prices", ".part");
        try {
            Files.copy(list, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
