package io.flyball.planner.runbookfiles;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.planner.plan.Situation;
import io.flyball.planner.runbook.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All runbooks of the catalogue. */
public final class RunbookLibrary {
    private final Map<String, Runbook> byName;

    private RunbookLibrary(Map<String, Runbook> byName) {
        this.byName = new LinkedHashMap<>(byName);
    }

    /**
     * Reads {@code runbooks/*.yaml} of that catalogue and holds each against the tools, and the permissions of the agents
     * that follow it.
     *
     * @throws InvalidCatalogue if something is wrong, naming file, line and reason
     */
    public static RunbookLibrary load(Catalogue catalogue) {
        Map<String, Runbook> byName = new LinkedHashMap<>();
        for (Path file : files(catalogue.directory().resolve("runbooks"))) {
            Runbook runbook = RunbookReader.read(file);
            Runbook other = byName.put(runbook.name(), runbook);
            if (other != null) {
                throw new InvalidCatalogue(
                        runbook.place() + ": the name " + runbook.name() + " is taken by " + other.place());
            }
        }
        new RunbookCheck(catalogue).check(byName);
        return new RunbookLibrary(byName);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runbook of that name. */
    public Optional<Runbook> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Runbook> all() {
        return List.copyOf(byName.values());
    }

    /** The first of the agent's runbooks that is for that run; its fallback, wherever that stands, if no other is. */
    public Optional<Runbook> choose(AgentDefinition agent, Situation situation) {
        return Objects.requireNonNull(agent.runbooks()).stream()
                .map(name -> Objects.requireNonNull(byName.get(name)))
                .sorted(Comparator.comparing(Runbook::fallback))
                .filter(runbook -> runbook.fits(situation))
                .findFirst();
    }
}
