package io.flyball.catalogue.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server, as its file declares it.
 *
 * @param name unique; lower case letters and digits; the names of its tools begin with it
 * @param purpose what it is for, one sentence
 * @param command program and arguments of a server that is spoken to by its input and output; absent for one with a URL
 * @param url where a server is that is spoken to by HTTP; absent for one with a command
 * @param access what it gets of the world
 * @param hash of the tools that a person has accepted, 64 hex digits; absent where nobody has yet
 * @param tools which of its tools are offered, and what we hold of them
 */
public record McpServer(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String purpose,
        @Nullable List<String> command,
        @Nullable URI url,
        @Nullable McpAccess access,
        @Nullable String hash,
        @JsonProperty(required = true) List<McpToolRule> tools) {

    public McpServer {
        if (!name.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("an MCP server's name is lower case letters and digits, not " + name);
        }
        command = command == null ? List.of() : List.copyOf(command);
        if (command.isEmpty() == (url == null)) {
            throw new IllegalArgumentException("an MCP server has either a command or a url");
        }
        if (url != null && (url.getHost() == null || !List.of("http", "https").contains(url.getScheme()))) {
            throw new IllegalArgumentException("the url of an MCP server begins with http:// or https://, not " + url);
        }
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("hash is 64 hex digits; flyball mcp check shows it");
        }
        access = access == null ? McpAccess.NONE : access;
        if (url == null && access.bearer() != null) {
            throw new IllegalArgumentException(
                    "bearer is for a server with a url; one with a command gets environment");
        }
        tools = List.copyOf(tools);
    }

    /** What the catalogue calls its tool of that name. */
    public String offeredName(String tool) {
        return name + "_"
                + tool.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                        .replaceAll("\\W+", "_")
                        .toLowerCase(java.util.Locale.ROOT);
    }
}
