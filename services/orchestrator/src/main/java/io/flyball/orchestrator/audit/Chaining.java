package io.flyball.orchestrator.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.contract.AuditFact;
import io.flyball.schemas.audit.EntryHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Gives a fact its place. The entry itself is the contract's record, because the hash that everybody checks is over its
 * fields.
 */
final class Chaining {
    /** A fact is told again soon after the first time, by whoever went on for one that died. */
    static final int REMEMBERED = 32;

    private Chaining() {}

    sealed interface Placed {

        record Appended(AuditEntry entry, ChainEnd end) implements Placed {}

        record Known() implements Placed {}
    }

    static Placed append(ChainEnd end, AuditFact fact, Instant at) {
        String mark = mark(fact.getId());
        if (end.known().contains(mark)) {
            return new Placed.Known();
        }
        AuditEntry entry = placed(fact, end.sequence() + 1, end.hash());
        List<String> known = remembered(end.known(), mark);
        return new Placed.Appended(
                entry, new ChainEnd(entry.getSequence(), entry.getHash(), at, known, fact.getRunId() != null));
    }

    private static AuditEntry placed(AuditFact fact, long sequence, String previousHash) {
        AuditEntry placed = AuditEntry.newBuilder()
                .setId(fact.getId())
                .setRunId(fact.getRunId())
                .setTenant(fact.getTenant())
                .setService(fact.getService())
                .setKind(fact.getKind())
                .setActor(fact.getActor())
                .setAgent(fact.getAgent())
                .setActionId(fact.getActionId())
                .setTool(fact.getTool())
                .setTarget(fact.getTarget())
                .setReversible(fact.getReversible())
                .setDetailJson(fact.getDetailJson())
                .setSequence(sequence)
                .setPreviousHash(previousHash)
                .setHash("")
                .setAt(fact.getAt())
                .build();
        return AuditEntry.newBuilder(placed).setHash(EntryHash.of(placed)).build();
    }

    private static List<String> remembered(List<String> known, String mark) {
        List<String> all = Stream.concat(known.stream(), Stream.of(mark)).toList();
        return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    }

    /** The chain that a fact belongs to, which is also its key: its run, or its service outside runs. */
    static String chain(AuditFact fact) {
        return fact.getRunId() == null ? fact.getService() : fact.getRunId();
    }

    /** 22 characters for an id of any length, because the marks of all chains are in memory. */
    private static String mark(String id) {
        UUID hash = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = java.nio.ByteBuffer.allocate(16)
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
