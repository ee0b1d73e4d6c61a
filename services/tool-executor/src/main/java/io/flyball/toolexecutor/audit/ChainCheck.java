package io.flyball.toolexecutor.audit;

import io.flyball.contract.AuditEntry;
import java.util.List;

/** Whether a run's chain of entries is whole. */
public sealed interface ChainCheck {

    /** It is; the hash of its last entry, empty for no entries. */
    record Whole(String lastHash) implements ChainCheck {}

    /**
     * It is not.
     *
     * @param sequence where it breaks
     * @param why what does not fit there
     */
    record Broken(long sequence, String why) implements ChainCheck {}

    /**
     * Checks the entries of one run, in the order of the topic. An entry that follows itself unchanged was written twice
     * after a crash and counts once; entries with sequence 0 stand outside the chain.
     */
    static ChainCheck of(List<AuditEntry> entries) {
        String previous = "";
        long sequence = 0;
        for (AuditEntry entry : entries) {
            boolean again = entry.getHash().equals(previous) && entry.getSequence() == sequence;
            if (entry.getSequence() == 0 || again) {
                continue;
            }
            String wrong = wrong(entry, previous, sequence + 1);
            if (!wrong.isEmpty()) {
                return new Broken(sequence + 1, wrong);
            }
            previous = entry.getHash();
            sequence++;
        }
        return new Whole(previous);
    }

    private static String wrong(AuditEntry entry, String previous, long expected) {
        if (entry.getSequence() != expected) {
            return "the entry that follows has sequence " + entry.getSequence();
        }
        if (!entry.getPreviousHash().equals(previous)) {
            return "the hash before it is not the one that stands before it";
        }
        return EntryHash.of(entry).equals(entry.getHash()) ? "" : "its fields do not give its hash";
    }
}
