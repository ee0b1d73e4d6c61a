package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.AcceptedTools;
import io.flyball.catalogue.mcp.McpServer;
import io.flyball.catalogue.mcp.ShownTools;
import io.flyball.toolexecutor.process.EndCause;
import io.flyball.toolexecutor.process.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a server shows to whoever looks, held as a call would hold it. No tool is called.
 *
 * @param revision in which it was asked
 */
public record Inspection(String revision, ShownTools shown) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Looks.
     *
     * @throws IOException if the server cannot be reached, or does not answer as one
     */
    public static Inspection of(McpServer server, McpSettings settings) throws IOException {
        Place place = Place.of(server, settings);
        if (place.objection().isPresent()) {
            throw new IOException(place.objection().get());
        }
        Ending ending = new Ending();
        CompletableFuture<Void> timer = new CompletableFuture<Void>()
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .thenRun(() -> ending.end(EndCause.TIMED_OUT));
        try (Place.Door door = place.prepare("inspection");
                Line line = door.open(ending)) {
            return look(line, ending);
        } finally {
            timer.cancel(false);
        }
    }

    private static Inspection look(Line line, Ending ending) throws IOException {
        try {
            Conversation conversation = Conversation.with(line);
            return new Inspection(conversation.revision().date(), conversation.tools());
        } catch (IOException e) {
            String complaints = line.complaints();
            String why =
                    ending.cause().isPresent() ? "it did not answer in " + PATIENCE.toSeconds() + " s" : e.getMessage();
            throw new IOException(why + (complaints.isEmpty() ? "" : "\nIt wrote: " + complaints), e);
        }
    }

    /** To be saved. */
    public AcceptedTools accepted(String server) {
        return new AcceptedTools(server, revision, shown.tools());
    }
}
