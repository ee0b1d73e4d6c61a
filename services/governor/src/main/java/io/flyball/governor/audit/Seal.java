package io.flyball.governor.audit;

import io.flyball.contract.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Seals an entry that stands outside the chain of its run: sequence 0 and no hash before it, because the chain's head is
 * kept by whoever executes actions. Its own hash still shows any change to it.
 */
public final class Seal {
    private static final String HASH = "hash";

    private Seal() {}

    /** The entry with its place outside the chain and its hash. */
    public static AuditEntry on(AuditEntry.Builder entry) {
        AuditEntry unsealed =
                entry.setSequence(0).setPreviousHash("").setHash("").build();
        return AuditEntry.newBuilder(unsealed).setHash(hash(unsealed)).build();
    }

    /** SHA-256 in hex over all fields but the hash, as {@code name=value} lines in the schema's order. */
    static String hash(AuditEntry entry) {
        String text = entry.getSchema().getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> !name.equals(HASH))
                .map(name -> name + "=" + entry.get(name))
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
