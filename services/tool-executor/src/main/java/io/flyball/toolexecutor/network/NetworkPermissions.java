package io.flyball.toolexecutor.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * What an agent's network list allows: {@code host:port}, {@code *} for any port. A name that leads to an address inside
 * (loopback, private, link-local, metadata) is refused unless that address, or localhost, is listed itself.
 */
final class NetworkPermissions {
    private final Names names;

    /** Where names are looked up. */
    @FunctionalInterface
    interface Names {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    NetworkPermissions(Names names) {
        this.names = names;
    }

    static NetworkPermissions bySystem() {
        return new NetworkPermissions(host -> List.of(InetAddress.getAllByName(host)));
    }

    /** Whether the list names that host and port at all; looks nothing up. */
    static boolean isListed(String host, int port, List<String> allowed) {
        String name = plain(host);
        return allowed.stream().anyMatch(entry -> covers(entry, name, port));
    }

    /** Looks the name up, once. */
    Reach decide(String host, int port, List<String> allowed) {
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
        return !Addresses.isInside(address) || listed || name.equals("localhost") && address.isLoopbackAddress();
    }

    private static boolean covers(String entry, String host, int port) {
        int colon = entry.lastIndexOf(':');
        String listed = plain(colon < 0 ? entry : entry.substring(0, colon));
        String ports = colon < 0 ? "" : entry.substring(colon + 1);
        return listed.equals(host) && (ports.equals("*") || ports.equals(Integer.toString(port)));
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
