package io.flyball.cli.secrets;

import io.flyball.cli.access.Shell;
import io.flyball.cli.exit.ExitCode;
import io.flyball.cli.lines.JsonLines;
import io.flyball.cli.output.Json;
import io.flyball.secrets.Filtered;
import io.flyball.secrets.Finding;
import io.flyball.secrets.SecretFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters standard input as every topic, log, notice, prompt and page is filtered. */
@Command(
        name = "filter",
        description = "Replace the secrets in standard input by placeholders.",
        footer = {
            "With --jsonl each line in holds id and text; each line out holds id, text and found,",
            "a list of kind, start and end: characters of the text as it came in.",
            "Examples:",
            "  flyball secrets filter < app.log",
            "  flyball secrets filter --jsonl < texts.jsonl"
        })
final class FilterSecrets implements Callable<Integer> {
    private static final String RUN = "command-line";

    @Option(names = "--jsonl", description = "Read and write JSON Lines.")
    private boolean jsonl;

    private final Shell shell;
    private final SecretFilter filter = new SecretFilter("flyball".getBytes(StandardCharsets.UTF_8));

    FilterSecrets(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        if (jsonl) {
            JsonLines.answer(shell.terminal(), asked -> line(Json.text(asked, "text")));
        } else {
            String text = new String(shell.terminal().in().readAllBytes(), StandardCharsets.UTF_8);
            shell.terminal().out().print(filter.filter(RUN, text).text());
            shell.terminal().out().flush();
        }
        return ExitCode.OK.code();
    }

    private ObjectNode line(String text) {
        Filtered filtered = filter.filter(RUN, text);
        ObjectNode line = Json.object().put("text", filtered.text());
        ArrayNode found = line.putArray("found");
        for (Finding finding : filtered.findings()) {
            found.addObject()
                    .put("kind", finding.kind())
                    .put("start", text.codePointCount(0, finding.start()))
                    .put("end", text.codePointCount(0, finding.end()));
        }
        return line;
    }
}
