package io.flyball.cli.prices;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.catalogue.PriceSetAside;
import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.output.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The option {@code --catalogue}: whose prices. */
final class PriceFiles {
    @Option(
            names = "--catalogue",
            paramLabel = "FOLDER",
            description = "Folder with prices.yaml. Default: the one that comes with Flyball.")
    private @Nullable Path named;

    Path folder(Shell shell) {
        return named == null ? Path.of(shell.variable("FLYBALL_HOME"), "catalogue") : named;
    }

    /**
     * What was read.
     *
     * @throws CommandFailed if a file cannot be understood
     */
    static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidCatalogue e) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()), "Mend that file, or name another.");
        }
    }

    static ObjectNode found(List<PriceSetAside> setAside) {
        ObjectNode found = Json.object();
        ArrayNode all = found.putArray("setAside");
        setAside.forEach(aside -> all.addObject()
                .put("name", aside.name())
                .put("why", aside.why())
                .put("whole", aside.whole()));
        return found;
    }

    static void page(Shell shell, List<PriceSetAside> setAside) {
        setAside.forEach(aside -> shell.terminal()
                .line("%s %s: %s"
                        .formatted(aside.whole() ? "set aside   " : "figure aside", aside.name(), aside.why())));
        shell.terminal()
                .hint(
                        setAside.isEmpty()
                                ? "Every price is used."
                                : "A model that is set aside costs what the dearest listed one does, and is flagged.");
    }
}
