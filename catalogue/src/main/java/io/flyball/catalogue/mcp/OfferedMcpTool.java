package io.flyball.catalogue.mcp;

import io.flyball.catalogue.ToolDefinition;

/**
 * A tool of an MCP server that agents may ask for.
 *
 * @param server whose it is; its hash is that of {@code accepted}
 * @param tool what the server calls it
 * @param definition what everybody here knows of it
 * @param accepted all that the server may show
 */
public record OfferedMcpTool(McpServer server, String tool, ToolDefinition definition, ShownTools accepted) {}
