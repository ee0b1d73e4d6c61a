package io.flyball.toolexecutor.data;

import io.flyball.toolexecutor.commands.ByCommand;
import io.flyball.toolexecutor.network.Endpoint;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.tools.Arguments;
import io.flyball.toolexecutor.tools.Findings;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Plan;
import io.flyball.toolexecutor.tools.Tool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import io.flyball.toolexecutor.tools.Words;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * sql_query: one query of a PostgreSQL database by psql, as far as the agent's permission for psql goes. Three things hold it: the grammar of
 * psql, which knows by name what may be called; a session that is read only and whose statements have a time limit; and a limit of rows.
 */
public final class SqlQuery implements Tool {
    private static final int KEPT = 400_000;
    private static final int LONGEST_ERROR = 1_000;
    private static final int MOST_ROWS = 200;
    private static final int USUAL_ROWS = 50;
    private static final int STATEMENT_MILLIS = 10_000;

    private final ByCommand command;

    public SqlQuery(ByCommand command) {
        this.command = command;
    }

    /**
     * Its arguments.
     *
     * @param query one statement: SELECT, TABLE or VALUES
     */
    record Wanted(
            String endpoint,
            String database,
            String user,
            String query,
            @Nullable Integer maxRows) {
        Wanted {
            Objects.requireNonNull(endpoint, "endpoint is missing");
            Objects.requireNonNull(query, "query is missing");
            named("database", database);
            named("user", user);
        }

        private static void named(String what, @Nullable String name) {
            if (name == null || !name.matches("\\w[\\w-]{0,62}")) {
                throw new IllegalArgumentException(what + " is a name of ASCII letters, digits, _ and -, not " + name);
            }
        }

        int rows() {
            return Math.clamp(maxRows == null ? USUAL_ROWS : maxRows, 1, MOST_ROWS);
        }
    }

    @Override
    public String name() {
        return "sql_query";
    }

    @Override
    public Plan plan(ToolRequest request) {
        try {
            Wanted wanted = Arguments.read(request.argumentsJson(), Wanted.class);
            Endpoint endpoint = Endpoint.parse(wanted.endpoint())
                    .listed(request.permissions().network());
            int rows = wanted.rows();
            return command.plan(argv(endpoint, wanted), request, KEPT, outcome -> told(outcome, rows));
        } catch (Arguments.Bad | NotAllowed e) {
            return new Plan.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> argv(Endpoint endpoint, Wanted wanted) throws NotAllowed {
        String session = "dbname=%s options='-c default_transaction_read_only=on -c statement_timeout=%d'"
                .formatted(wanted.database(), STATEMENT_MILLIS);
        return List.of(
                "psql",
                "-X",
                "-w",
                "--csv",
                "-h",
                host(endpoint),
                "-p",
                String.valueOf(endpoint.port()),
                "-U",
                wanted.user(),
                "-d",
                session,
                "-c",
                limited(wanted));
    }

    /** psql would look a name up once more, and might be led elsewhere than where it was checked. */
    private static String host(Endpoint endpoint) throws NotAllowed {
        String host = endpoint.host().equals("localhost") ? "127.0.0.1" : endpoint.host();
        try {
            InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            throw new NotAllowed(
                    "give the database's address (or localhost) and not a name, and list it in network: " + host);
        }
        return host;
    }

    /** One row more than is shown tells that there are more. A comment at the end of the query ends with its line. */
    private static String limited(Wanted wanted) throws NotAllowed {
        String query = wanted.query().strip();
        String one = query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
        if (one.contains(";")) {
            throw new NotAllowed("one statement at a time, and no semicolon in it");
        }
        return "select * from (\n" + one + "\n) as asked limit " + (wanted.rows() + 1);
    }

    private static ToolOutcome told(ToolOutcome outcome, int rows) {
        return switch (outcome) {
            case ToolOutcome.Succeeded succeeded -> table(succeeded.output(), rows);
            case ToolOutcome.Failed failed ->
                new ToolOutcome.Failed(
                        failed.output(),
                        failed.exitCode(),
                        failed.exitCode() == null
                                ? failed.error()
                                : "the database did not answer the query: "
                                        + Words.plain(failed.output().head().strip(), LONGEST_ERROR),
                        failed.kind());
            case ToolOutcome.Ended ended -> ended;
            case ToolOutcome.Seen seen -> told(seen.outcome(), rows);
        };
    }

    private static ToolOutcome table(Output output, int most) {
        List<List<String>> lines = Csv.read(output.head());
        List<List<String>> rows = lines.stream().skip(1).toList();
        return new Findings()
                .with("columns", lines.isEmpty() ? List.of() : lines.getFirst())
                .with("rowsShown", Math.min(most, rows.size()))
                .with("more", rows.size() > most || output.parts().size() > 1)
                .with("rows", rows.stream().limit(most).toList())
                .outcome();
    }
}
