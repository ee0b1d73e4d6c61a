package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.McpServer;
import io.flyball.toolexecutor.process.Ending;
import java.io.IOException;
import java.util.Optional;

/** Where a server is, and how it is reached from here. */
sealed interface Place permits Program, Address {

    /** Why it may not be reached; empty if it may. */
    Optional<String> objection();

    /** How it is reached, in words. */
    String told();

    /**
     * Prepares all that takes time and starts nothing.
     *
     * @param marker by which what is started will be known
     * @throws IOException if it cannot be prepared
     */
    Door prepare(String marker) throws IOException;

    /** Prepared, and not yet gone through. Closing it ends what began behind it. */
    interface Door extends AutoCloseable {
        /**
         * Goes through; what is behind begins now.
         *
         * @throws IOException if nobody is there
         */
        Line open(Ending ending) throws IOException;

        @Override
        void close();
    }

    /** Where that server is. */
    static Place of(McpServer server, McpSettings settings) {
        return server.url() == null ? Program.of(server, settings) : Address.of(server, server.url(), settings);
    }
}
