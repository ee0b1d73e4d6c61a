package io.flyball.orchestrator.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Run ids: UUIDv7, sortable by time, and the same for the same cause however often it is read. */
public final class RunIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RunIds() {}

    /** The id of the run that this cause opens at that time. */
    public static String of(String cause, Instant at) {
        ByteBuffer hash = ByteBuffer.wrap(sha256().digest(cause.getBytes(StandardCharsets.UTF_8)));
        long high = (at.toEpochMilli() << 16) | VERSION_7 | (hash.getLong() & 0x0FFFL);
        long low = VARIANT | (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low).toString();
    }

    /** When the run of that id was admitted. */
    public static Instant time(String runId) {
        return Instant.ofEpochMilli(UUID.fromString(runId).getMostSignificantBits() >>> 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
