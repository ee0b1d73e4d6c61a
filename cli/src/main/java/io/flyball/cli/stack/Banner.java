package io.flyball.cli.stack;

import io.flyball.cli.terminal.Terminal;
import io.flyball.cli.terminal.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a person needs to know of a stack that is up. */
record Banner(Terminal terminal, StackFolder folder) {

    /** After a start by this command. */
    void started(StackRecord stack, String howToEnd) {
        var began = ProcessHandle.current().info().startInstant().orElse(stack.startedAt());
        var memory = Memory.megabytes(Stream.concat(Stream.of(stack.supervisor()), stack.processes().stream()));
        write(
                "Flyball is up: ready after %s s, %,d MB in %d processes."
                        .formatted(
                                Progress.seconds(Duration.between(began, Instant.now())),
                                memory,
                                stack.processes().size() + 1),
                stack,
                howToEnd);
    }

    /** When it was up before. */
    void wasUp(StackRecord stack) {
        write("Flyball is up already, since " + stack.startedAt() + " (" + stack.mode() + ").", stack, "flyball down");
        stack.parts()
                .filter(part -> !part.process().alive())
                .forEach(part -> terminal.line(terminal.ink()
                        .paint(Tone.BAD, part.name() + " has ended. Start it again: flyball restart " + part.name())));
    }

    private void write(String headline, StackRecord stack, String howToEnd) {
        terminal.line("");
        terminal.line(terminal.ink().paint(Tone.STRONG, headline));
        terminal.line("");
        facts(stack).forEach(terminal::line);
        terminal.line("");
        terminal.line("Next:       " + terminal.ink().paint(Tone.STRONG, "./flyball demo"));
        terminal.line("The end:    " + howToEnd);
    }

    private List<String> facts(StackRecord stack) {
        var facts = new ArrayList<String>();
        stack.url("console").ifPresent(url -> facts.add("  Console   " + url + "/" + withToken()));
        stack.url("tracing").ifPresent(url -> facts.add("  Traces    " + url + "/zipkin/"));
        facts.add("  Planner   " + stack.planner());
        facts.add("  Data      " + folder.path());
        return facts;
    }

    /** Behind the hash, so that no server and no log sees it. */
    private String withToken() {
        return folder.data().token().map(token -> "#token=" + token).orElse("");
    }
}
