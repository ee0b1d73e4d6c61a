package io.flyball.toolexecutor.network;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Questions and answers of name servers, as RFC 1035 writes them. */
final class DnsMessage {
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int IS_ANSWER = 0x8000;
    private static final int TRUNCATED = 0x0200;
    private static final int AUTHORITATIVE = 0x0400;
    private static final int INTERNET = 1;
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_RECORDS = 200;
    private static final List<String> CODES =
            List.of("NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED");

    private DnsMessage() {}

    /**
     * What a server said.
     *
     * @param code NOERROR, NXDOMAIN, SERVFAIL, REFUSED, ... or CODE9 for one without a name
     * @param truncated whether it had more to say than fits into one datagram
     */
    record Answer(String code, boolean authoritative, boolean truncated, List<DnsRecord> records) {
        Answer {
            records = List.copyOf(records);
        }
    }

    /** What came is no answer to what was asked. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /** @throws Malformed if no such name can be asked for */
    static byte[] question(int id, String name, DnsRecord.Type type) throws Malformed {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int number : new int[] {id, RECURSION_DESIRED, 1, 0, 0, 0}) {
            write(out, number);
        }
        for (String label : name.split("\\.")) {
            byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
            if (bytes.length == 0 || bytes.length > LONGEST_LABEL) {
                throw new Malformed("a label of a name has 1 to " + LONGEST_LABEL + " characters, not " + label);
            }
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        out.write(0);
        write(out, type.number());
        write(out, INTERNET);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int number) {
        out.write(number >> 8);
        out.write(number);
    }

    /** @throws Malformed if it is no answer to that question */
    static Answer answer(byte[] message, int id, String name) throws Malformed {
        try {
            ByteBuffer in = ByteBuffer.wrap(message);
            int answered = unsigned(in);
            int flags = unsigned(in);
            int questions = unsigned(in);
            int records = unsigned(in);
            in.position(12);
            if (answered != id
                    || (flags & IS_ANSWER) == 0
                    || questions != 1
                    || !DnsName.read(in).equals(plain(name))) {
                throw new Malformed("what came is no answer to the question");
            }
            in.position(in.position() + 4);
            boolean truncated = (flags & TRUNCATED) != 0;
            return new Answer(
                    code(flags & 0xf), (flags & AUTHORITATIVE) != 0, truncated, records(in, records, truncated));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Malformed("the answer ends in the middle or points outside itself");
        }
    }

    private static String plain(String name) {
        return (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }

    private static String code(int number) {
        return number < CODES.size() ? CODES.get(number) : "CODE" + number;
    }

    /** Where an answer was cut, what is whole of it counts. */
    private static List<DnsRecord> records(ByteBuffer in, int count, boolean truncated) throws Malformed {
        List<DnsRecord> records = new ArrayList<>();
        try {
            for (int i = 0; i < Math.min(count, MOST_RECORDS); i++) {
                records.add(DnsRecord.read(in));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            if (!truncated) {
                throw e;
            }
        }
        return records;
    }

    static int unsigned(ByteBuffer in) {
        return in.getShort() & 0xffff;
    }
}
