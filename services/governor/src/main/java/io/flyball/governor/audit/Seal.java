package io.flyball.governor.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.schemas.audit.EntryHash;

/**
 * Seals an entry that stands outside the chain of its run: sequence 0 and no hash before it, because the chain's head is
 * kept by whoever executes actions. Its own hash still shows any change to it.
 */
public final class Seal {
    private Seal() {}

    /** The entry with its place outside the chain and its hash. */
    public static AuditEntry on(AuditEntry.Builder entry) {
        AuditEntry unsealed =
                entry.setSequence(0).setPreviousHash("").setHash("").build();
        return AuditEntry.newBuilder(unsealed).setHash(EntryHash.of(unsealed)).build();
    }
}
