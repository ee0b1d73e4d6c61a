package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.McpServer;
import io.flyball.catalogue.mcp.ShownTools;

/** Hears that a server shows other tools than were accepted. */
@FunctionalInterface
public interface PinNews {
    /**
     * Tells people, once for each difference.
     *
     * @param now what it shows now
     */
    void changed(McpServer server, ShownTools accepted, ShownTools now);
}
