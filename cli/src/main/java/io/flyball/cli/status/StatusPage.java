package io.flyball.cli.status;

import io.flyball.cli.output.Json;
import io.flyball.cli.stop.DrillWords;
import io.flyball.cli.stop.HaltWords;
import io.flyball.cli.stop.StopWords;
import io.flyball.cli.terminal.Column;
import io.flyball.cli.terminal.Table;
import io.flyball.cli.terminal.Terminal;
import io.flyball.cli.terminal.Tone;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The status as people read it. */
final class StatusPage {
    private static final List<Column<Part>> COLUMNS = List.of(
            Column.of("NAME", Part::name),
            Column.of("STATE", part -> part.state().name()),
            Column.of("URL", Part::url),
            Column.flexible("DETAIL", Part::detail));

    private StatusPage() {}

    private static void halt(Terminal terminal, JsonNode halt) {
        Tone tone = HaltWords.confirmed(halt) ? Tone.GOOD : Tone.BAD;
        HaltWords.sentence(halt)
                .ifPresent(
                        line -> terminal.line("  last order " + terminal.ink().paint(tone, line)));
    }

    static void write(Terminal terminal, Health health, boolean wide) {
        if (health.parts().findAny().isPresent()) {
            Table.lines(COLUMNS, health.parts().toList(), terminal).forEach(terminal::line);
            terminal.line("");
        }
        boolean active = health.stop().path("active").asBoolean(true);
        terminal.line("Emergency stop: "
                + terminal.ink().paint(active ? Tone.BAD : Tone.GOOD, StopWords.sentence(health.stop())));
        halt(terminal, health.stop().path("halt"));
        if (health.stop().path("drill").isObject()) {
            terminal.line(
                    "Stop last drilled: " + DrillWords.sentence(health.stop().path("drill")));
        }
        health.stop().path("switches").forEach(one -> {
            terminal.line("Killed: " + terminal.ink().paint(Tone.BAD, StopWords.killed(one)));
            halt(terminal, one.path("halt"));
        });
        if (wide) {
            terminal.line("Mode: " + health.mode() + ", started " + health.startedAt());
            terminal.line("Last order: " + Json.text(health.stop().path("last"), "kind", "none"));
        }
    }
}
