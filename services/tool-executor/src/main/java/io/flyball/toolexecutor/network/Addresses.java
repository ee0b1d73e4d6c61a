package io.flyball.toolexecutor.network;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the open internet from those inside: loopback, link-local, private, metadata, multicast. */
final class Addresses {
    private Addresses() {}

    static boolean isInside(InetAddress address) {
        byte[] bytes = plain(address);
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isInsideV4(bytes) : isInsideV6(bytes));
    }

    /** An IPv4 address in an IPv6 one (mapped, 6to4, NAT64) is judged as the IPv4 address that it reaches. */
    private static byte[] plain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return bytes;
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        int at = nat64 || isZero(bytes, 10) ? 12 : sixToFour ? 2 : -1;
        return at < 0 ? bytes : new byte[] {bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]};
    }

    private static boolean isZero(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInsideV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || first == 169 && second == 254
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first == 100 && second >= 64 && second < 128;
    }

    /** Unique local addresses, fc00::/7. */
    private static boolean isInsideV6(byte[] bytes) {
        return (bytes[0] & 0xfe) == 0xfc;
    }
}
