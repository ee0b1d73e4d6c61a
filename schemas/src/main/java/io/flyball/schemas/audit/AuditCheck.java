package io.flyball.schemas.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.schemas.audit.AuditFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks entries one after another, in the order of the topic; keeps of each only what later ones need. */
public final class AuditCheck {
    private final Map<String, ChainOfLinks> chains = new LinkedHashMap<>();
    private final TreeMap<String, Instant> outside = new TreeMap<>();
    private final List<AuditFinding> changedOutside = new ArrayList<>();
    private long entries;

    /** The next entry. One with sequence 0 stands outside the chains: it has a hash and no neighbours. */
    public void add(AuditEntry entry) {
        Link link = Link.of(entries++, entry);
        if (link.sequence() == 0) {
            addOutside(link);
        } else {
            String chain = entry.getRunId() == null ? entry.getService() : entry.getRunId();
            chains.computeIfAbsent(chain, ChainOfLinks::new).add(link);
        }
    }

    private void addOutside(Link link) {
        outside.put(link.hash(), link.at());
        if (!link.genuine()) {
            changedOutside.add(new AuditFinding("", 0, Kind.CHANGED, link.id(), "its fields do not give its hash"));
        }
    }

    /** How many were added, copies too. */
    public long entries() {
        return entries;
    }

    /** How many chains they belong to. */
    public int chains() {
        return chains.size();
    }

    /** What a seal over these entries holds. */
    public Heads heads() {
        Map<String, Head> heads = new LinkedHashMap<>();
        chains.forEach((name, chain) -> {
            Head head = chain.head();
            if (head != null) {
                heads.put(name, head);
            }
        });
        return new Heads(heads, new TreeSet<>(outside.keySet()));
    }

    /** What does not fit in itself. */
    public List<AuditFinding> findings() {
        List<AuditFinding> all = new ArrayList<>();
        chains.values().forEach(chain -> all.addAll(chain.findings()));
        all.addAll(changedOutside);
        return all;
    }

    /**
     * What does not fit to heads that were sealed.
     *
     * @param covered of when entries are that must have been sealed; later ones are no fault
     */
    public List<AuditFinding> against(Heads sealed, Period covered) {
        List<AuditFinding> all = new ArrayList<>();
        sealed.chains()
                .forEach((name, head) -> all.addAll(
                        chains.getOrDefault(name, new ChainOfLinks(name)).against(head)));
        sealed.outside().stream()
                .filter(hash -> !outside.containsKey(hash))
                .forEach(hash -> all.add(outside(Kind.MISSING, hash, "is missing")));
        chains.forEach(
                (name, chain) -> all.addAll(chain.unsealed(sealed.chains().get(name), covered)));
        outside.entrySet().stream()
                .filter(it -> covered.holds(it.getValue()) && !sealed.outside().contains(it.getKey()))
                .forEach(it -> all.add(outside(Kind.FORGED, it.getKey(), "was not sealed")));
        return all;
    }

    private static AuditFinding outside(Kind kind, String hash, String what) {
        return new AuditFinding("", 0, kind, "", "the entry outside chains with hash " + hash + " " + what);
    }
}
