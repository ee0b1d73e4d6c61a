package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.McpAccess;
import io.flyball.catalogue.mcp.McpServer;
import io.flyball.toolexecutor.network.MessagePost;
import io.flyball.toolexecutor.process.Ending;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server that is asked by streamable HTTP. */
record Address(URI url, List<String> hosts, @Nullable String bearer, McpSettings settings) implements Place {

    static Address of(McpServer server, URI url, McpSettings settings) {
        McpAccess access = Objects.requireNonNull(server.access(), "never absent");
        return new Address(url, Objects.requireNonNull(access.hosts(), "never absent"), access.bearer(), settings);
    }

    @Override
    public Optional<String> objection() {
        return MessagePost.objection(url, hosts)
                .or(() -> Variables.missing(names(), settings.variables())
                        .map(name -> "it needs the variable " + name + ", and the executor has none"));
    }

    private List<String> names() {
        return bearer == null ? List.of() : List.of(bearer);
    }

    @Override
    public String told() {
        return "at " + url;
    }

    /** There is nothing to prepare: no connection may be made before it is let. */
    @Override
    public Door prepare(String marker) {
        return new Door() {
            @Override
            public Line open(Ending ending) {
                String token = bearer == null ? null : settings.variables().apply(bearer);
                return new HttpLine(url, hosts, token, ending);
            }

            @Override
            public void close() {}
        };
    }
}
