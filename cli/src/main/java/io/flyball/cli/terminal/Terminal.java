package io.flyball.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes and reads.
 *
 * @param out what was asked for
 * @param err what went wrong, and hints
 * @param width columns that a line may take; {@link Integer#MAX_VALUE} where nobody looks at columns
 * @param ink colours, or none
 */
public record Terminal(PrintWriter out, PrintWriter err, InputStream in, int width, Ink ink) {
    /** Columns of the terminal that standard output is; set by the launcher, absent when it is a file or a pipe. */
    private static final String COLUMNS = "FLYBALL_COLUMNS";

    private static final int NARROWEST = 40;

    /** That of this process. */
    public static Terminal of(Map<String, String> environment, PrintStream out, PrintStream err, InputStream in) {
        String columns = environment.getOrDefault(COLUMNS, "");
        return new Terminal(writer(out), writer(err), in, width(columns), ink(environment, !columns.isEmpty()));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int width(String columns) {
        try {
            return columns.isEmpty() ? Integer.MAX_VALUE : Math.max(NARROWEST, Integer.parseInt(columns));
        } catch (NumberFormatException _) {
            return 80;
        }
    }

    /** NO_COLOR as on https://no-color.org: set to anything means none. */
    private static Ink ink(Map<String, String> environment, boolean terminal) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return terminal && wanted ? Ink.COLOURED : Ink.PLAIN;
    }

    /** Writes one line of what was asked for. */
    public void line(String text) {
        out.println(text);
    }

    /** Writes one line beside what was asked for. */
    public void hint(String text) {
        err.println(text);
    }
}
