package io.flyball.schemas.audit;

import io.flyball.contract.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The hash of an entry: over the hash before it and all other fields, in the schema's order, each with its length. */
public final class EntryHash {
    private static final String HASH = "hash";

    private EntryHash() {}

    /** 64 hex digits; the entry's own hash plays no part. */
    public static String of(AuditEntry entry) {
        MessageDigest digest = sha256();
        for (Schema.Field field : entry.getSchema().getFields()) {
            if (!field.name().equals(HASH)) {
                digest.update(line(field.name(), entry.get(field.pos())));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With lengths, so that no two entries read the same whatever their values hold; an absent value is no empty one. */
    private static byte[] line(String name, @Nullable Object value) {
        String text = text(value);
        String length = value == null ? "absent" : Integer.toString(text.length());
        return (name + ":" + length + ":" + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Time counts as far as the topic keeps it. */
    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> Long.toString(instant.toEpochMilli());
            default -> value.toString();
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
