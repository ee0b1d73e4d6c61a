package io.flyball.toolexecutor.network;

import static io.flyball.toolexecutor.network.DnsMessage.unsigned;

import io.flyball.toolexecutor.network.DnsMessage.Malformed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One record of a name server.
 *
 * @param type as its usual name, TYPE65 for one without
 * @param ttl seconds for which it may be kept
 * @param value as zone files write it
 */
record DnsRecord(String name, String type, long ttl, String value) {

    /** Kinds of records that are read. */
    enum Type {
        A(1),
        NS(2),
        CNAME(5),
        SOA(6),
        PTR(12),
        MX(15),
        TXT(16),
        AAAA(28),
        SRV(33);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    static DnsRecord read(ByteBuffer in) throws Malformed {
        String name = DnsName.read(in);
        int type = unsigned(in);
        unsigned(in);
        long ttl = in.getInt() & 0xffffffffL;
        int length = unsigned(in);
        int end = in.position() + length;
        byte[] raw = new byte[length];
        in.get(in.position(), raw);
        for (Type known : Type.values()) {
            if (known.number == type) {
                String value = value(in, known, raw, end);
                in.position(end);
                return new DnsRecord(name, known.name(), ttl, value);
            }
        }
        in.position(end);
        return new DnsRecord(name, "TYPE" + type, ttl, HexFormat.of().formatHex(raw));
    }

    private static String value(ByteBuffer in, Type type, byte[] raw, int end) throws Malformed {
        return switch (type) {
            case A, AAAA -> address(raw);
            case NS, CNAME, PTR -> DnsName.read(in);
            case MX -> unsigned(in) + " " + DnsName.read(in);
            case SRV -> unsigned(in) + " " + unsigned(in) + " " + unsigned(in) + " " + DnsName.read(in);
            case SOA -> DnsName.read(in) + " " + DnsName.read(in) + " " + (in.getInt() & 0xffffffffL);
            case TXT -> texts(in, end);
        };
    }

    private static String address(byte[] raw) throws Malformed {
        try {
            return InetAddress.getByAddress(raw).getHostAddress();
        } catch (UnknownHostException e) {
            throw new Malformed("an address of " + raw.length + " bytes");
        }
    }

    private static String texts(ByteBuffer in, int end) {
        List<String> texts = new ArrayList<>();
        while (in.position() < end) {
            byte[] text = new byte[in.get() & 0xff];
            in.get(text);
            texts.add(new String(text, StandardCharsets.UTF_8));
        }
        return String.join("", texts);
    }
}
