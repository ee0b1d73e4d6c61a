package io.flyball.toolexecutor.mcp;

import io.flyball.catalogue.mcp.McpServer;
import io.flyball.catalogue.mcp.ShownTools;
import io.flyball.catalogue.mcp.ToolDifference;
import io.flyball.contract.Notification;
import io.flyball.contract.NotificationKind;
import io.flyball.platform.publish.Publisher;
import io.flyball.schemas.Topics;
import io.flyball.secrets.SecretFilter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people by a message. The same difference has the same id, so that it is delivered once. */
final class PinNotice implements PinNews {
    private static final Logger log = LoggerFactory.getLogger(PinNotice.class);
    private static final int PLACES = 10;

    private final Publisher publisher;
    private final SecretFilter filter;
    private final Clock clock;

    PinNotice(Publisher publisher, SecretFilter filter, Clock clock) {
        this.publisher = publisher;
        this.filter = filter;
        this.clock = clock;
    }

    @Override
    public void changed(McpServer server, ShownTools accepted, ShownTools now) {
        log.warn("the MCP server {} shows other tools than were accepted: {}", server.name(), now.hash());
        publisher
                .send(Topics.NOTIFICATIONS, server.name(), notice(server, accepted, now))
                .exceptionally(e -> {
                    log.warn("could not tell people of it: {}", e.toString());
                    return null;
                });
    }

    private Notification notice(McpServer server, ShownTools accepted, ShownTools now) {
        String id = "mcp:" + server.name() + ":" + now.hash();
        return Notification.newBuilder()
                .setId(id)
                .setDedupKey(id)
                .setTenant("default")
                .setSubject("mcp:" + server.name())
                .setKind(NotificationKind.ESCALATION)
                .setSeverity("warning")
                .setTitle("The MCP server " + server.name() + " shows other tools than were accepted")
                .setBody(filter.filter(id, body(server, accepted, now)).text())
                .setFields(
                        Map.of("server", server.name(), "accepted", String.valueOf(server.hash()), "shown", now.hash()))
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** Where it differs; not in what words, as these are the server's. */
    private static String body(McpServer server, ShownTools accepted, ShownTools now) {
        List<String> places = ToolDifference.between(accepted, now).stream()
                .map(line -> line.split(": ", 2)[0])
                .distinct()
                .toList();
        String shown =
                places.stream().limit(PLACES).map(place -> "- `" + place + "`").collect(Collectors.joining("\n"));
        String more = places.size() > PLACES ? "\n- and " + (places.size() - PLACES) + " more" : "";
        return "All its tools are withheld until a person accepts the change. It differs in:\n\n" + shown + more
                + "\n\nLook: `flyball mcp check catalogue/mcp/" + server.name()
                + ".yaml`. To accept it: the same with `--save`, then put the hash that it shows into that file.";
    }
}
