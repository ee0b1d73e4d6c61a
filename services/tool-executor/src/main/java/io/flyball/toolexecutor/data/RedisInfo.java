package io.flyball.toolexecutor.data;

import io.flyball.toolexecutor.network.Deadline;
import io.flyball.toolexecutor.network.Endpoint;
import io.flyball.toolexecutor.network.NetworkPermissions;
import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Findings;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.ReadingTool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** redis_info: what a Redis server tells of itself. Keys and values are never asked for. */
public final class RedisInfo extends ReadingTool<RedisInfo.Wanted> {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int MOST_SLOW = 20;

    private final NetworkPermissions permissions;
    private final Duration longest;

    public RedisInfo() {
        this(NetworkPermissions.bySystem(), Duration.ofSeconds(10));
    }

    RedisInfo(NetworkPermissions permissions, Duration longest) {
        super("redis_info", Wanted.class);
        this.permissions = permissions;
        this.longest = longest;
    }

    /** What it can be asked about. */
    enum Section {
        SERVER,
        CLIENTS,
        MEMORY,
        PERSISTENCE,
        STATS,
        REPLICATION,
        CPU,
        KEYSPACE,
        SLOWLOG;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Section of(String word) {
            try {
                return valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "sections are server, clients, memory, persistence, stats, replication, cpu, keyspace, slowlog, not "
                                + word,
                        e);
            }
        }
    }

    /** Its arguments. */
    record Wanted(String endpoint, @Nullable List<String> sections) {
        private static final List<String> USUAL = List.of("clients", "memory", "persistence", "replication", "slowlog");

        Wanted {
            Objects.requireNonNull(endpoint, "endpoint is missing");
            sections = sections == null ? USUAL : List.copyOf(sections);
            sections.forEach(Section::of);
        }

        List<Section> asked() {
            return Objects.requireNonNull(sections).stream()
                    .map(Section::of)
                    .distinct()
                    .toList();
        }
    }

    @Override
    protected void check(Wanted wanted, Permissions agent) throws NotAllowed {
        Endpoint.parse(wanted.endpoint()).listed(agent.network());
    }

    @Override
    protected String told(Wanted wanted) {
        return "ask the Redis server at " + wanted.endpoint() + " about " + wanted.asked();
    }

    @Override
    protected ToolOutcome look(Wanted wanted, ToolRequest request, Ending ending) throws NotAllowed {
        Findings found = new Findings().with("endpoint", wanted.endpoint());
        try {
            return ask(wanted, found, address(wanted, request), ending);
        } catch (RedisLook.Denied e) {
            return found.with("result", "denied").with("says", e.getMessage()).outcome();
        } catch (IOException e) {
            return found.with("result", "no_answer")
                    .with("says", e.getMessage())
                    .outcome();
        }
    }

    private InetSocketAddress address(Wanted wanted, ToolRequest request) throws NotAllowed, IOException {
        return Endpoint.parse(wanted.endpoint())
                .address(permissions, request.permissions().network());
    }

    private ToolOutcome ask(Wanted wanted, Findings found, InetSocketAddress address, Ending ending)
            throws IOException {
        try (Socket socket = new Socket();
                Deadline _ = Deadline.of(longest, socket, ending)) {
            socket.connect(address, CONNECT_MILLIS);
            RedisLook redis = new RedisLook(socket);
            Findings sections = new Findings();
            for (Section section : wanted.asked()) {
                sections.with(section.word(), section == Section.SLOWLOG ? slow(redis) : redis.section(section.word()));
            }
            return found.with("result", "answered").with("sections", sections).outcome();
        }
    }

    private static List<Findings> slow(RedisLook redis) throws IOException {
        return redis.slow(MOST_SLOW).stream()
                .map(slow -> new Findings()
                        .with("command", slow.command())
                        .with("micros", slow.micros())
                        .with("at", slow.at()))
                .toList();
    }
}
