package io.flyball.orchestrator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All alerts of a run, as far as it keeps them.
 *
 * @param known those that it knows in detail, at most 50; the one that opened it first
 * @param rest what identifies those that fire beyond them, at most 500
 * @param more whether there were still more, which nothing is known of
 * @param besides calls that were with the executor when the last change ended; what comes of them may be older than it
 * @param looks what the run has looked at, kept only where another run waits for it
 */
public record JoinedAlerts(
        List<JoinedAlert> known, List<String> rest, boolean more, List<String> besides, Looks looks) {
    static final int KNOWN = 50;
    static final int REST = 500;

    /** No alert. */
    public static final JoinedAlerts NONE = new JoinedAlerts(List.of(), List.of(), false, List.of(), Looks.NONE);

    /** A state of an older version keeps no looks. */
    @SuppressWarnings("ConstantValue")
    public JoinedAlerts {
        looks = looks == null ? Looks.NONE : looks;
        known = List.copyOf(known);
        rest = List.copyOf(rest);
        besides = List.copyOf(besides);
    }

    Optional<JoinedAlert> find(String fingerprint) {
        return known.stream().filter(a -> a.fingerprint().equals(fingerprint)).findFirst();
    }

    /** With the run's own alert, which a run that an older version opened does not have here. */
    JoinedAlerts startingWith(JoinedAlert own) {
        if (find(own.fingerprint()).isPresent()) {
            return this;
        }
        return new JoinedAlerts(
                Stream.concat(Stream.of(own), known.stream()).limit(KNOWN).toList(), rest, more, besides, looks);
    }

    /** With another alert that fires; where no more can be kept, one that is over makes room. */
    JoinedAlerts plus(JoinedAlert another) {
        List<JoinedAlert> kept = new ArrayList<>(known);
        if (kept.size() >= KNOWN) {
            kept.stream().skip(1).filter(a -> !a.fires()).findFirst().ifPresent(kept::remove);
        }
        if (kept.size() >= KNOWN) {
            return beyond(mark(another.fingerprint()));
        }
        kept.add(another);
        return new JoinedAlerts(kept, without(mark(another.fingerprint())), more, besides, looks);
    }

    private JoinedAlerts beyond(String mark) {
        if (rest.contains(mark)) {
            return this;
        }
        return rest.size() >= REST
                ? new JoinedAlerts(known, rest, true, besides, looks)
                : new JoinedAlerts(
                        known, Stream.concat(rest.stream(), Stream.of(mark)).toList(), more, besides, looks);
    }

    /** Without one of those that are not known in detail: it has resolved. */
    JoinedAlerts minus(String fingerprint) {
        return new JoinedAlerts(known, without(mark(fingerprint)), more, besides, looks);
    }

    private List<String> without(String mark) {
        return rest.stream().filter(other -> !other.equals(mark)).toList();
    }

    private static String mark(String fingerprint) {
        return Integer.toHexString(fingerprint.hashCode());
    }

    JoinedAlerts replace(JoinedAlert changed) {
        return each(a -> a.fingerprint().equals(changed.fingerprint()) ? changed : a);
    }

    JoinedAlerts each(UnaryOperator<JoinedAlert> change) {
        return new JoinedAlerts(known.stream().map(change).toList(), rest, more, besides, looks);
    }

    JoinedAlerts besides(List<String> calls) {
        return new JoinedAlerts(known, rest, more, calls, looks);
    }

    JoinedAlerts looks(Looks newLooks) {
        return new JoinedAlerts(known, rest, more, besides, newLooks);
    }

    List<JoinedAlert> firing() {
        return known.stream().filter(JoinedAlert::fires).toList();
    }

    /** Whether all of them have resolved at their sources. */
    boolean resolved() {
        return !known.isEmpty() && firing().isEmpty() && beyondDetail() == 0;
    }

    /** How many fire of which no detail is kept, at least. */
    int beyondDetail() {
        return rest.size() + (more ? 1 : 0);
    }

    /** How many more their senders left out, at least: what two of them left out may be the same. */
    public int leftOut() {
        return known.stream().mapToInt(a -> a.newest().leftOut()).max().orElse(0);
    }

    /** Whether there is but one. */
    boolean areOne() {
        return known.size() == 1 && beyondDetail() == 0;
    }
}
