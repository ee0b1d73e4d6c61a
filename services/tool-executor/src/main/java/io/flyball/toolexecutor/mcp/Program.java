package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.McpAccess;
import io.flyball.catalogue.mcp.McpServer;
import io.flyball.toolexecutor.commands.OutsideProgram;
import io.flyball.toolexecutor.process.Ending;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A server that is a program, spoken to by its input and output. */
record Program(OutsideProgram program, List<String> names, McpSettings settings) implements Place {

    static Program of(McpServer server, McpSettings settings) {
        McpAccess access = Objects.requireNonNull(server.access(), "never absent");
        List<String> names = Objects.requireNonNull(access.environment(), "never absent");
        Variables given = Variables.of(names, settings.variables());
        List<String> command = Objects.requireNonNull(server.command(), "never absent");
        return new Program(new OutsideProgram(command, access.needs(), given.values()), names, settings);
    }

    @Override
    public Optional<String> objection() {
        return Variables.missing(names, settings.variables())
                .map(name -> "it needs the variable " + name + ", and the executor has none")
                .or(() -> program.objection(settings.commands()));
    }

    @Override
    public String told() {
        return "started for this call, " + program.told(settings.commands());
    }

    @Override
    public Door prepare(String marker) throws IOException {
        OutsideProgram.Guest guest = program.arm(settings.commands(), marker);
        return new Door() {
            @Override
            public Line open(Ending ending) throws IOException {
                guest.process().open(ending);
                return new StdioLine(guest.process(), ending);
            }

            @Override
            public void close() {
                guest.close();
            }
        };
    }
}
