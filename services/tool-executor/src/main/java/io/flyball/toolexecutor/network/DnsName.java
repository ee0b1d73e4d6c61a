package io.flyball.toolexecutor.network;

import io.flyball.toolexecutor.network.DnsMessage.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads names out of messages, in which the end of a name may point to an earlier one. */
final class DnsName {
    private static final int POINTER = 0xc0;
    private static final int LONGEST = 255;

    private DnsName() {}

    /**
     * The name without its final dot, in lower case; afterwards the buffer stands behind it.
     *
     * @throws Malformed if a pointer leads forward or the name does not end; each pointer leads further back, so there are no circles
     */
    static String read(ByteBuffer in) throws Malformed {
        StringBuilder name = new StringBuilder();
        int behind = -1;
        int before = in.position();
        for (int length = in.get() & 0xff; length != 0; length = in.get() & 0xff) {
            if ((length & POINTER) == POINTER) {
                int target = (length & ~POINTER) << 8 | in.get() & 0xff;
                if (target >= before) {
                    throw new Malformed("a name points to what is not before it");
                }
                behind = behind < 0 ? in.position() : behind;
                before = target;
                in.position(target);
            } else {
                label(in, length, name);
            }
        }
        if (behind >= 0) {
            in.position(behind);
        }
        return name.toString();
    }

    private static void label(ByteBuffer in, int length, StringBuilder name) throws Malformed {
        byte[] label = new byte[length];
        in.get(label);
        name.append(name.isEmpty() ? "" : ".")
                .append(new String(label, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT));
        if ((length & POINTER) != 0 || name.length() > LONGEST) {
            throw new Malformed("a name is longer than names are");
        }
    }
}
