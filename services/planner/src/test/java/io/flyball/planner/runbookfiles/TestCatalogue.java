package io.flyball.planner.runbookfiles;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.Catalogue;
import io.flyball.planner.runbook.Runbook;
import io.flyball.planner.runbook.Toolbelt;
import io.flyball.planner.tools.AgentTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped catalogue, and runbooks written for a test. */
final class TestCatalogue {
    static final Path SHIPPED = Path.of("../../catalogue");
    private static final Catalogue CATALOGUE = Catalogue.load(SHIPPED);

    private TestCatalogue() {}

    static Catalogue shipped() {
        return CATALOGUE;
    }

    static AgentDefinition restorer() {
        return CATALOGUE.agent("service-restorer").orElseThrow();
    }

    static Toolbelt toolbelt(AgentDefinition agent) {
        return new AgentTools(CATALOGUE, agent).toolbelt();
    }

    static Runbook shipped(String name) {
        return RunbookLibrary.load(CATALOGUE).all().stream()
                .filter(runbook -> runbook.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A runbook with these steps. */
    static Runbook withSteps(Path directory, String steps) {
        return read(directory, """
                name: sample
                description: for a test
                trigger: {alert: ".*"}
                vars:
                  service: "{{alert.labels.service}}"
                steps:
                """ + steps.indent(2));
    }

    static Runbook read(Path directory, String text) {
        try {
            return RunbookReader.read(Files.writeString(directory.resolve("sample.yaml"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
