package io.flyball.schemas.audit;

import io.flyball.contract.AuditEntry;
import io.flyball.schemas.audit.AuditFinding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Checks entries one after another, in the order of the topic; keeps of each only what later ones need. */
public final class AuditCheck {
    private final Map<String, ChainOfLinks> chains = new LinkedHashMap<>();
    private final TreeSet<String> outside = new TreeSet<>();
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
        outside.add(link.hash());
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
        return new Heads(heads, new TreeSet<>(outside));
    }

    /** What does not fit in itself. */
    public List<AuditFinding> findings() {
        List<AuditFinding> all = new ArrayList<>();
        chains.values().forEach(chain -> all.addAll(chain.findings()));
        all.addAll(changedOutside);
        return all;
    }

    /**
     * What does not fit to heads that were sealed. Entries that came after the seal are no fault, unless it is said to
     * cover everything.
     *
     * @param everything whether the seal was made over exactly these entries
     */
    public List<AuditFinding> against(Heads sealed, boolean everything) {
        List<AuditFinding> all = new ArrayList<>();
        sealed.chains()
                .forEach((name, head) -> all.addAll(
                        chains.getOrDefault(name, new ChainOfLinks(name)).against(head)));
        sealed.outside().stream()
                .filter(hash -> !outside.contains(hash))
                .forEach(hash -> all.add(new AuditFinding(
                        "", 0, Kind.MISSING, "", "the entry outside chains with hash " + hash + " is missing")));
        if (everything) {
            all.addAll(unsealed(sealed));
        }
        return all;
    }

    private List<AuditFinding> unsealed(Heads sealed) {
        List<AuditFinding> all = new ArrayList<>();
        heads().chains().forEach((name, head) -> {
            Head known = sealed.chains().get(name);
            if (known == null || known.sequence() < head.sequence()) {
                long from = known == null ? 1 : known.sequence() + 1;
                all.add(new AuditFinding(name, from, Kind.FORGED, "", "from entry " + from + " on nothing was sealed"));
            }
        });
        outside.stream()
                .filter(hash -> !sealed.outside().contains(hash))
                .forEach(hash -> all.add(new AuditFinding(
                        "", 0, Kind.FORGED, "", "the entry outside chains with hash " + hash + " was not sealed")));
        return all;
    }
}
