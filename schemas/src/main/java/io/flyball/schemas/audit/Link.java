package io.flyball.schemas.audit;

import io.flyball.contract.AuditEntry;
import java.time.Instant;

/**
 * What a check needs to keep of an entry.
 *
 * @param position where it stands among all entries that were read
 * @param genuine whether its fields give its hash
 */
record Link(long position, long sequence, String id, String hash, String previousHash, Instant at, boolean genuine) {

    static Link of(long position, AuditEntry entry) {
        return new Link(
                position,
                entry.getSequence(),
                entry.getId(),
                entry.getHash(),
                entry.getPreviousHash(),
                entry.getAt(),
                EntryHash.of(entry).equals(entry.getHash()));
    }

    /** A copy, written once more after a crash, breaks nothing. */
    boolean copies(Link other) {
        return genuine && hash.equals(other.hash);
    }
}
