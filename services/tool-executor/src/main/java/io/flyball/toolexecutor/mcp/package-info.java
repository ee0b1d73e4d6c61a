/** Speaks with MCP servers: greets them in the newest revision they know, compares what they show with what was accepted, calls. */
@NullMarked
package io.flyball.toolexecutor.mcp;

import org.jspecify.annotations.NullMarked;
