package io.flyball.drills.heal;

import io.flyball.drills.suite.DrillCatalogue;
import io.flyball.drills.suite.FreePorts;
import io.flyball.drills.suite.Service;
import io.flyball.drills.suite.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The stage: a small shop of real programs in a folder of its own, and what the inventory says of it. */
final class Shop implements Site, AutoCloseable {
    private static final List<String> PORTS =
            List.of("PORT", "REDIS_PORT", "PARTNER_PORT", "TLS_PORT", "WEB_PORT", "DB_PORT", "OTHER_PORT", "DESK_PORT");
    private static final String SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Path lab;
    private final Path folder;
    private final Path template;
    private final Scripts scripts;
    private final Thread atExit = new Thread(this::endQuietly, "end-shop");

    private Shop(Path lab, Path folder, Path template, Scripts scripts) {
        this.lab = lab;
        this.folder = folder;
        this.template = template;
        this.scripts = scripts;
    }

    /**
     * Not built yet.
     *
     * @param lab the project's folder of faults, with the stage's scripts
     * @param logs where scripts write their errors
     */
    static Shop in(Path lab, Path logs) throws IOException {
        // Outside of the suite's folder, which is its owner's alone: the programs are run by nobody in particular.
        Path folder = Path.of("/var/tmp", "shop-" + ProcessHandle.current().pid());
        Path template = Path.of(folder + "-pg");
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("LAB", lab.toString());
        variables.put("STAGE", folder.toString());
        variables.put("TEMPLATE", template.toString());
        int port = FreePorts.row(PORTS.size());
        for (String name : PORTS) {
            variables.put(name, String.valueOf(port++));
        }
        Files.createDirectories(logs);
        Shop shop = new Shop(lab, folder, template, new Scripts(variables, logs.resolve("scripts.log")));
        Runtime.getRuntime().addShutdownHook(shop.atExit);
        return shop;
    }

    Scripts scripts() {
        return scripts;
    }

    /** Builds it anew, whatever was there. */
    boolean build() throws InterruptedException {
        end();
        return scripts.run(lab.resolve("stage/start")).well();
    }

    Snapshot snapshot() throws InterruptedException {
        return Snapshot.of(scripts.run(lab.resolve("stage/snapshot")).text());
    }

    @Override
    public void write(Path shipped, Path catalogue) {
        try {
            DrillCatalogue.copy(shipped, catalogue);
            Path agent = catalogue.resolve("agents/first-responder.yaml");
            Files.writeString(
                    agent,
                    Files.readString(agent).replace("readableFiles: [", "readableFiles: [\"" + folder + "/**\", "));
            try (Stream<Path> entries = Files.list(lab.resolve("stage/inventory"))) {
                for (Path entry : entries.toList()) {
                    Files.writeString(
                            catalogue.resolve("inventory").resolve(Objects.requireNonNull(entry.getFileName())),
                            scripts.filled(Files.readString(entry)),
                            StandardOpenOption.CREATE_NEW);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> options(Service service) {
        Path tools = lab.resolveSibling("catalogue").resolve("bin");
        return switch (service) {
            case TOOL_EXECUTOR ->
                List.of(
                        "--flyball.executor.commands.path=" + folder.resolve("bin") + ":" + tools + ":" + SYSTEM_PATH,
                        "--flyball.executor.sandbox.readable=" + folder + "," + tools);
            // One fault after the other has the same alert, and each is an incident of its own.
            case ORCHESTRATOR -> List.of("--flyball.orchestrator.admission.group-window=1s");
            case CONSOLE, PLANNER, GOVERNOR, COST_LEDGER, NOTIFIER -> List.of();
        };
    }

    private void end() throws InterruptedException {
        scripts.run(lab.resolve("stage/stop"));
        delete(folder);
    }

    private void endQuietly() {
        try {
            end();
            delete(template);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        end();
        delete(template);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // It is running already.
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
