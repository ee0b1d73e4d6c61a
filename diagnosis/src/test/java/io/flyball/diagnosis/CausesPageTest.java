package io.flyball.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CASE-3 components and kinds stand on one published page")
class CausesPageTest {
    private static final Path PAGE = Path.of("../docs/reference/causes.md");

    @Test
    @DisplayName("the page is drawn from the files; -Dflyball.redraw=true draws it anew")
    void page() throws IOException {
        String drawn = draw();
        if (Boolean.getBoolean("flyball.redraw")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE))
                .as("redraw it with -Dflyball.redraw=true")
                .isEqualTo(drawn);
    }

    private static String draw() {
        String causes = Sample.SHIPPED.causes().stream()
                .sorted(Comparator.comparing(cause -> cause.kind().toString()))
                .map(cause ->
                        "| " + cause.kind().component() + " | " + cause.kind().kind() + " | " + cause.name() + " | "
                                + cell(cause.says().raw()) + " | " + remedies(cause) + " |")
                .collect(Collectors.joining("\n"));
        String probes = Sample.SHIPPED.probes().stream()
                .sorted(Comparator.comparing(Probe::name))
                .map(probe -> "| " + probe.name() + " | " + cell(probe.says().raw()) + " | "
                        + String.join(", ", probe.fits().needs()) + " | " + probe.cost() + " | "
                        + String.join(", ", probe.yields()) + " |")
                .collect(Collectors.joining("\n"));
        return """
                # Causes and probes

                Drawn from `catalogue/causes` and `catalogue/probes` (`mvn -pl diagnosis test -Dtest=CausesPageTest -Dflyball.redraw=true`). Component and kind are the names by which
                results are compared and counted. How to write one: [a probe](../how-to/write-a-probe.md), [a cause](../how-to/write-a-cause.md).

                ## %d causes

                | component | kind | name | it says | remedy |
                |---|---|---|---|---|
                %s

                ## %d probes

                *Needs* is what must be known of where to look; the entry of the inventory says it under `runs` ([inventory](../how-to/inventory.md)), `here` means the machine that the executor runs on,
                `pid` is known once one process was seen.

                | probe | question | needs | cost | facts |
                |---|---|---|---|---|
                %s
                """.formatted(
                Sample.SHIPPED.causes().size(), causes, Sample.SHIPPED.probes().size(), probes);
    }

    private static String remedies(Cause cause) {
        return cause.remedies().stream().map(Cause.Remedy::runbook).distinct().collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
