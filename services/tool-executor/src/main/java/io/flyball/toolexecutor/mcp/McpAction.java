package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.McpServer;
import io.flyball.catalogue.mcp.OfferedMcpTool;
import io.flyball.catalogue.mcp.ShownTools;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.process.Output;
import io.flyball.toolexecutor.tools.Action;
import io.flyball.toolexecutor.tools.Failure;
import io.flyball.toolexecutor.tools.Mark;
import io.flyball.toolexecutor.tools.ToolOutcome;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of a server's tool. Armed, the server waits at its gate; looked at, it runs, and what it shows has been compared with what was
 * accepted; performed, the tool is called.
 */
final class McpAction implements Action {
    private final OfferedMcpTool tool;
    private final JsonNode arguments;
    private final Place place;
    private final Variables variables;
    private final PinNews news;
    private Place.@Nullable Door door;
    private @Nullable Line line;
    private @Nullable Conversation conversation;
    private @Nullable ToolOutcome hindrance;

    McpAction(OfferedMcpTool tool, JsonNode arguments, Place place, Variables variables, PinNews news) {
        this.tool = tool;
        this.arguments = arguments;
        this.place = place;
        this.variables = variables;
        this.news = news;
    }

    @Override
    public void arm(Mark mark) throws IOException {
        door = place.prepare(mark.actionId());
    }

    /** What hinders it is told when it is performed, so that a stop that came on meanwhile is what is told first. */
    @Override
    public boolean observe(Ending ending) {
        try {
            line = Objects.requireNonNull(door, "not armed").open(ending);
            conversation = Conversation.with(line);
            compare(conversation.tools());
        } catch (IOException e) {
            hindrance = failed(e, "");
        }
        return true;
    }

    private void compare(ShownTools now) {
        if (now.hash().equals(tool.server().hash())) {
            return;
        }
        McpServer server = tool.server();
        news.changed(server, tool.accepted(), now);
        hindrance = ToolOutcome.Failed.because(
                "nothing was called: the MCP server " + server.name()
                        + " shows other tools than were accepted, so all of"
                        + " them are withheld (accepted " + server.hash() + ", shown " + now.hash()
                        + "); a person looks with flyball mcp check and puts the new hash into its file",
                Failure.CONFIG);
    }

    @Override
    public ToolOutcome perform(Ending ending) {
        ToolOutcome outcome = hindrance != null ? hindrance : call();
        Optional<EndCause> ended = ending.cause();
        return ended.<ToolOutcome>map(cause -> new ToolOutcome.Ended(Output.NONE, cause))
                .orElse(outcome);
    }

    private ToolOutcome call() {
        try {
            JsonNode result =
                    Objects.requireNonNull(conversation, "not looked at").call(tool.tool(), arguments);
            Output output = Output.of(variables.leftOutOf(CallText.of(result)));
            return result.path("isError").asBoolean(false)
                    ? new ToolOutcome.Failed(output, null, "the tool says that it failed", Failure.EXTERNAL)
                    : new ToolOutcome.Succeeded(output, null, null);
        } catch (Conversation.ServerError e) {
            return failed(e, "");
        } catch (IOException e) {
            return failed(e, "; whether the call took effect is not known");
        }
    }

    private ToolOutcome failed(IOException why, String more) {
        String complaints = line == null ? "" : line.complaints();
        String text = "the MCP server " + tool.server().name() + ": " + why.getMessage() + more
                + (complaints.isEmpty() ? "" : "\nIt wrote: " + complaints);
        return ToolOutcome.Failed.because(variables.leftOutOf(text), Failure.EXTERNAL);
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
        if (door != null) {
            door.close();
        }
    }
}
