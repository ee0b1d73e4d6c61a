package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.tools.NotAllowed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port of it. A host is written in ASCII: a name that two readers could take for two hosts is no name here.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 */
public record Endpoint(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");
    private static final int LAST_PORT = 65_535;

    /** @throws NotAllowed if it is not {@code host:port} */
    public static Endpoint parse(String text) throws NotAllowed {
        Matcher form = matched(text);
        if (form.group(2) == null) {
            throw new NotAllowed("a port is missing: write host:port, not " + text);
        }
        return new Endpoint(plain(form.group(1)), port(form.group(2)));
    }

    /** @throws NotAllowed if it is neither {@code host:port} nor a host alone */
    public static Endpoint parse(String text, int usualPort) throws NotAllowed {
        Matcher form = matched(text);
        return new Endpoint(plain(form.group(1)), form.group(2) == null ? usualPort : port(form.group(2)));
    }

    private static Matcher matched(String text) throws NotAllowed {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new NotAllowed(
                    "an endpoint is host:port, the host in ASCII letters (other names as xn--...), not " + text);
        }
        return form;
    }

    private static String plain(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(String digits) throws NotAllowed {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > LAST_PORT) {
            throw new NotAllowed("a port is from 1 to " + LAST_PORT + ", not " + digits);
        }
        return port;
    }

    /** @throws NotAllowed if the agent's list does not name it; nothing is looked up */
    public Endpoint listed(List<String> allowed) throws NotAllowed {
        if (!NetworkPermissions.isListed(host, port, allowed)) {
            throw new NotAllowed("the agent may not reach " + this + "; it may reach: " + allowed);
        }
        return this;
    }

    /**
     * The address behind the name, looked up once.
     *
     * @throws NotAllowed if the agent may not connect there
     * @throws IOException if the name has no address
     */
    public InetSocketAddress address(NetworkPermissions permissions, List<String> allowed)
            throws NotAllowed, IOException {
        return switch (permissions.decide(host, port, allowed)) {
            case Reach.Allowed reach -> reach.address();
            case Reach.Refused refused -> throw new NotAllowed(refused.reason());
            case Reach.NotFound unknown -> throw new NoAddress(unknown.host());
        };
    }

    /** The name leads nowhere. */
    static final class NoAddress extends IOException {
        private static final long serialVersionUID = 1L;

        NoAddress(String host) {
            super("no address for " + host);
        }
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
