package io.flyball.cli.approvals;

import static io.flyball.cli.output.Json.text;

import io.flyball.cli.exit.CommandFailed;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Nothing is answered that was not shown: what a beginning of an id stands for is shown, and then asked about. */
final class Seen {
    private static final Set<String> YES = Set.of("y", "yes");

    private Seen() {}

    /**
     * Returns when the person means this action.
     *
     * @throws CommandFailed if they do not, or nobody is there to say so
     */
    static void confirm(Terminal terminal, JsonNode approval, String typed, boolean sure, Instant now) {
        ApprovalWords.lines(approval, now).forEach(terminal::hint);
        if (sure || typed.equals(text(approval, "id"))) {
            return;
        }
        terminal.hint("Approve it? Type yes and Enter; anything else leaves it as it is.");
        String said = said(terminal);
        if (said == null) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    typed + " is the beginning of an id, and nobody is there to be asked. Nothing was approved.",
                    "In a script give the whole id, or --yes.");
        }
        if (!YES.contains(said.strip().toLowerCase(Locale.ROOT))) {
            throw new CommandFailed(ExitCode.REFUSED, "Nothing was approved.", "");
        }
    }

    private static @Nullable String said(Terminal terminal) {
        try {
            return new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
        } catch (IOException _) {
            return null;
        }
    }
}
