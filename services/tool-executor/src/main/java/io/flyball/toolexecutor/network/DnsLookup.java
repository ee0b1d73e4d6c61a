package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.process.Ending;
import io.flyball.toolexecutor.tools.Findings;
import io.flyball.toolexecutor.tools.NotAllowed;
import io.flyball.toolexecutor.tools.Permissions;
import io.flyball.toolexecutor.tools.ReadingTool;
import io.flyball.toolexecutor.tools.ToolOutcome;
import io.flyball.toolexecutor.tools.ToolRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * dns_lookup: one question to one name server. An agent may ask for names that it may reach at any port, and for no other: a question for a
 * name carries that name out.
 */
public final class DnsLookup extends ReadingTool<DnsLookup.Wanted> {
    private static final String NAME = "(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})\\.?){1,60}";
    private static final int USUAL_MILLIS = 3_000;
    private static final int MOST_SHOWN = 50;

    private final NetworkPermissions permissions;
    private final Path resolvers;

    public DnsLookup() {
        this(NetworkPermissions.bySystem(), Path.of("/etc/resolv.conf"));
    }

    /** @param resolvers the file that names the machine's own name servers */
    DnsLookup(NetworkPermissions permissions, Path resolvers) {
        super("dns_lookup", Wanted.class);
        this.permissions = permissions;
        this.resolvers = resolvers;
    }

    /** Its arguments. */
    record Wanted(
            String name,
            DnsRecord.@Nullable Type type,
            @Nullable String server,
            @Nullable Integer timeoutMillis) {
        Wanted {
            Objects.requireNonNull(name, "name is missing");
            if (name.length() > 253 || !name.matches(NAME)) {
                throw new IllegalArgumentException(
                        "a name is labels of ASCII letters, digits and hyphens with dots between (others as xn--...), not "
                                + name);
            }
        }

        DnsRecord.Type kind() {
            return type == null ? DnsRecord.Type.A : type;
        }

        Duration timeout() {
            return Duration.ofMillis(timeoutMillis == null ? USUAL_MILLIS : Math.clamp(timeoutMillis, 100, 10_000));
        }
    }

    @Override
    protected void check(Wanted wanted, Permissions agent) throws NotAllowed {
        if (agent.network().stream().noneMatch(entry -> isHost(entry, wanted.name()))) {
            throw new NotAllowed("the agent may look up the names that it may reach, and " + wanted.name()
                    + " is none of them: " + agent.network());
        }
        if (wanted.server() != null) {
            Endpoint.parse(wanted.server(), NameServers.PORT).listed(agent.network());
        }
    }

    private static boolean isHost(String entry, String name) {
        String host = entry.substring(0, Math.max(0, entry.lastIndexOf(':')));
        return plain(host).equals(plain(name));
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    protected String told(Wanted wanted) {
        return "look up " + wanted.kind() + " records of " + wanted.name();
    }

    @Override
    protected ToolOutcome look(Wanted wanted, ToolRequest request, Ending ending) throws NotAllowed, IOException {
        InetSocketAddress server = server(wanted, request.permissions().network());
        Findings found = new Findings()
                .with("name", wanted.name())
                .with("type", wanted.kind())
                .with("server", server.getAddress().getHostAddress() + ":" + server.getPort());
        long began = System.nanoTime();
        DnsExchange.Result result = new DnsExchange(server, wanted.timeout(), ending).ask(wanted.name(), wanted.kind());
        found.with("tookMillis", Duration.ofNanos(System.nanoTime() - began).toMillis());
        return switch (result) {
            case DnsExchange.Result.Answered answered ->
                told(found, answered.answer()).outcome();
            case DnsExchange.Result.Silent silent ->
                found.with("result", silent.how().word())
                        .with("says", silent.why())
                        .outcome();
        };
    }

    private static Findings told(Findings found, DnsMessage.Answer answer) {
        List<Findings> records = answer.records().stream()
                .map(each -> new Findings()
                        .with("name", each.name())
                        .with("type", each.type())
                        .with("ttlSeconds", each.ttl())
                        .with("value", each.value()))
                .toList();
        return found.with("result", "answered")
                .with("code", answer.code())
                .with("authoritative", answer.authoritative())
                .with("truncated", answer.truncated())
                .some("records", "recordsInAll", records, MOST_SHOWN);
    }

    /** The machine's own needs no permission: it is asked with every name that is resolved. */
    private InetSocketAddress server(Wanted wanted, List<String> allowed) throws NotAllowed, IOException {
        return wanted.server() == null
                ? NameServers.first(resolvers)
                : Endpoint.parse(wanted.server(), NameServers.PORT).address(permissions, allowed);
    }
}
