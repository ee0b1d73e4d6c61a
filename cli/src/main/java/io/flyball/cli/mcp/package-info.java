/** MCP servers as sources of tools: what is declared, and what a server shows. */
@NullMarked
package io.flyball.cli.mcp;

import org.jspecify.annotations.NullMarked;
