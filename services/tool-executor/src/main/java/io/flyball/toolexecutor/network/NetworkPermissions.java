package io.flyball.toolexecutor.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * What an agent's network list allows: {@code host:port}, {@code *} for any port. A name that leads to an address inside
 * (loopback, private, link-local, metadata) is refused unless that address, or localhost, is listed itself, or the network in which it
 * lies: {@code 10.1.0.0/16:8080} says that listed names may lead there. A network lists no host.
 */
public final class NetworkPermissions {
    private final Names names;

    /** Where names are looked up. */
    @FunctionalInterface
    public interface Names {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    public NetworkPermissions(Names names) {
        this.names = names;
    }

    public static NetworkPermissions bySystem() {
        return new NetworkPermissions(host -> List.of(InetAddress.getAllByName(host)));
    }

    /** Whether the list names that host and port at all; looks nothing up. */
    public static boolean isListed(String host, int port, List<String> allowed) {
        String name = plain(host);
        return allowed.stream().anyMatch(entry -> covers(entry, name, port));
    }

    /** Looks the name up, once. */
    public Reach decide(String host, int port, List<String> allowed) {
        String name = plain(host);
        if (!isListed(host, port, allowed)) {
            return new Reach.Refused("the agent may not reach " + host + ":" + port + "; it may reach: " + allowed);
        }
        try {
            for (InetAddress address : names.resolve(name)) {
                if (mayConnect(name, address, port, allowed)) {
                    return new Reach.Allowed(new InetSocketAddress(address, port));
                }
            }
        } catch (UnknownHostException _) {
            return new Reach.NotFound(host);
        }
        return new Reach.Refused(host + " leads to an address inside, which is not listed itself");
    }

    private static boolean mayConnect(String name, InetAddress address, int port, List<String> allowed) {
        boolean listed = allowed.stream().anyMatch(entry -> covers(entry, address.getHostAddress(), port));
        boolean mayLeadThere =
                allowed.stream().anyMatch(entry -> isPort(entry, port) && Network.contains(host(entry), address));
        return !Addresses.isInside(address)
                || listed
                || mayLeadThere
                || name.equals("localhost") && address.isLoopbackAddress();
    }

    private static boolean covers(String entry, String host, int port) {
        return plain(host(entry)).equals(host) && isPort(entry, port);
    }

    private static String host(String entry) {
        int colon = entry.lastIndexOf(':');
        return colon < 0 ? entry : entry.substring(0, colon);
    }

    private static boolean isPort(String entry, int port) {
        String ports = entry.substring(entry.lastIndexOf(':') + 1);
        return entry.contains(":") && (ports.equals("*") || ports.equals(Integer.toString(port)));
    }

    /** Lower case, without a final dot or the brackets of an IPv6 address. */
    private static String plain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            return name.substring(1, name.length() - 1);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
