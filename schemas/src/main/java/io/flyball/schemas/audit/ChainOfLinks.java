package io.flyball.schemas.audit;

import io.flyball.schemas.audit.AuditFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries of one run, by their place. */
final class ChainOfLinks {
    private final String name;
    private final TreeMap<Long, Link> links = new TreeMap<>();
    private final List<AuditFinding> found = new ArrayList<>();

    ChainOfLinks(String name) {
        this.name = name;
    }

    void add(Link link) {
        Link first = links.putIfAbsent(link.sequence(), link);
        if (first != null && !link.copies(first)) {
            found.add(finding(link, Kind.FORGED, "entry " + first.id() + " has this place already"));
        }
    }

    /** The last entry as a head; empty chains have none. */
    @Nullable
    Head head() {
        Map.Entry<Long, Link> last = links.lastEntry();
        return last == null ? null : new Head(last.getKey(), last.getValue().hash());
    }

    /** Everything that does not fit, in the order of the chain. */
    List<AuditFinding> findings() {
        List<AuditFinding> all = new ArrayList<>(found);
        Link before = null;
        for (Link link : links.values()) {
            check(before, link, all);
            before = link;
        }
        return all;
    }

    private void check(@Nullable Link before, Link link, List<AuditFinding> all) {
        long expected = before == null ? 1 : before.sequence() + 1;
        if (!link.genuine()) {
            all.add(finding(link, Kind.CHANGED, "its fields do not give its hash"));
        }
        if (link.sequence() > expected) {
            all.add(missing(expected, link.sequence() - 1));
        } else if (!link.previousHash().equals(before == null ? "" : before.hash())) {
            all.add(finding(link, Kind.REWRITTEN, "the hash before it is not that of entry " + (expected - 1)));
        }
        if (before != null && link.position() < before.position()) {
            all.add(finding(link, Kind.SWAPPED, "it stands before entry " + before.sequence()));
        }
    }

    /** What a seal knows and this chain does not show. */
    List<AuditFinding> against(Head sealed) {
        Link there = links.get(sealed.sequence());
        Head last = head();
        if (there == null) {
            long end = last == null ? 0 : last.sequence();
            return end > sealed.sequence()
                    ? List.of(missing(sealed.sequence(), sealed.sequence()))
                    : List.of(new AuditFinding(
                            name,
                            end + 1,
                            Kind.TRUNCATED,
                            "",
                            "it ends with entry " + end + "; entry " + sealed.sequence() + " was sealed"));
        }
        return there.hash().equals(sealed.hash())
                ? List.of()
                : List.of(finding(there, Kind.REWRITTEN, "another entry was sealed at this place"));
    }

    /** The first entry behind the sealed one, if it is of that time and should be sealed. */
    List<AuditFinding> unsealed(@Nullable Head sealed, Period period) {
        long from = sealed == null ? 1 : sealed.sequence() + 1;
        return links.tailMap(from).values().stream()
                .filter(link -> period.holds(link.at()))
                .findFirst()
                .map(link -> finding(link, Kind.FORGED, "from entry " + link.sequence() + " on nothing was sealed"))
                .stream()
                .toList();
    }

    private AuditFinding missing(long from, long to) {
        String which = from == to ? "entry " + from + " is" : "entries " + from + " to " + to + " are";
        return new AuditFinding(name, from, Kind.MISSING, "", which + " missing");
    }

    private AuditFinding finding(Link link, Kind kind, String why) {
        return new AuditFinding(name, link.sequence(), kind, link.id(), why);
    }
}
