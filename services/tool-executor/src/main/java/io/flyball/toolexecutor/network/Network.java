package io.flyball.toolexecutor.network;

import java.math.BigInteger;
import java.net.InetAddress;

/** Addresses that begin alike, as {@code 10.1.0.0/16}. */
final class Network {
    private Network() {}

    /**
     * Whether the address lies in that network. Link-local ones lie in none: among them is the address where clouds hand out credentials, and
     * that is listed by itself or not at all.
     */
    static boolean contains(String network, InetAddress address) {
        int slash = network.indexOf('/');
        if (slash < 0 || address.isLinkLocalAddress()) {
            return false;
        }
        try {
            byte[] first = InetAddress.ofLiteral(network.substring(0, slash)).getAddress();
            int alike = Integer.parseInt(network.substring(slash + 1));
            return first.length == address.getAddress().length
                    && alike >= 0
                    && alike <= first.length * Byte.SIZE
                    && beginning(first, alike).equals(beginning(address.getAddress(), alike));
        } catch (IllegalArgumentException _) {
            // No network at all: it contains nothing.
            return false;
        }
    }

    private static BigInteger beginning(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
}
