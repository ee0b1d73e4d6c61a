package io.flyball.cli.policy;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.governor.policy.Judge;
import io.flyball.governor.policyfiles.PolicyFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --catalogue}: whose files judge. */
final class CatalogueFolder {
    @Option(
            names = "--catalogue",
            paramLabel = "FOLDER",
            description = "Folder with agents, tools and policies. Default: the one that comes with Flyball.")
    private @Nullable Path named;

    Path folder(Shell shell) {
        return named == null ? Path.of(shell.variable("FLYBALL_HOME"), "catalogue") : named;
    }

    /**
     * The judge that these files make.
     *
     * @throws CommandFailed if one cannot be understood, naming file, line and reason
     */
    Judge judge(Shell shell) {
        try {
            return new PolicyFiles(folder(shell)).judge();
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    String.valueOf(e.getMessage()),
                    "Mend that file, or name another folder with --catalogue.");
        }
    }
}
