package io.flyball.cli.reference;

import io.flyball.cli.Flyball;
import io.flyball.cli.access.Shell;
import io.flyball.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Writes docs/reference/cli.md from the commands, and the page on alert sources from their files. */
public final class DrawReference {
    private DrawReference() {}

    /** @param args the page of the commands; the other is found beside it */
    public static void main(String[] args) throws IOException {
        Path page = Path.of(args[0]);
        Files.writeString(page, draw());
        Files.writeString(page.resolveSibling("../how-to/connect-alert-sources.md"), SourcesPage.draw());
    }

    static String draw() {
        Map<String, String> nothing = Map.of();
        Terminal terminal = Terminal.of(nothing, System.out, System.err, InputStream.nullInputStream());
        return ReferencePage.of(Flyball.commandLine(new Shell(terminal, nothing), Clock.systemUTC()));
    }
}
