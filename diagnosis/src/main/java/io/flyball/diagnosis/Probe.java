package io.flyball.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A read that yields facts.
 *
 * @param says the question that it answers, for people
 * @param fits what it can be made for
 * @param call tool and arguments
 * @param cost 1 takes milliseconds, 2 up to a second or so, 3 is felt by what it looks at
 * @param reads how its output is read
 * @param facts what it yields
 */
public record Probe(String name, Text says, Fit fits, Call call, int cost, Answers reads, List<Extraction> facts) {

    /**
     * What a probe can be made for.
     *
     * @param kinds kinds of entries; none means that no entry is needed
     * @param needs what must be known
     * @param where what must be known to be just so, by name
     */
    public record Fit(Set<String> kinds, List<String> needs, Map<String, String> where) {
        public Fit {
            where = Map.copyOf(where);
            kinds = Set.copyOf(kinds);
            needs = List.copyOf(needs);
        }
    }

    /**
     * What is called.
     *
     * @param arguments texts, lists of texts and numbers; texts may hold names in braces
     */
    public record Call(String tool, Map<String, Object> arguments) {
        public Call {
            arguments = Map.copyOf(arguments);
        }
    }

    /**
     * Which ends of the call answer the question.
     *
     * @param failure whether a tool that fails has answered; so it is with a check
     * @param exits exit codes beside 0 that are answers
     * @param history whether it tells what was, as a log does, so that after a change only what is new counts
     */
    public record Answers(boolean failure, Set<Integer> exits, boolean history) {
        public Answers {
            exits = Set.copyOf(exits);
        }

        /** Of what tells how it is now. */
        public Answers(boolean failure, Set<Integer> exits) {
            this(failure, exits, false);
        }
    }

    public Probe {
        facts = List.copyOf(facts);
        if (cost < 1 || cost > 3) {
            throw new IllegalArgumentException("a probe's cost is 1, 2 or 3, not " + cost);
        }
    }

    /** Names of the facts that it yields. */
    public Set<String> yields() {
        return facts.stream().map(Extraction::fact).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it can be made for an entry of that kind, with what is known. */
    public boolean fits(String kind, Map<String, String> known) {
        return (fits.kinds().isEmpty() || fits.kinds().contains(kind))
                && known.keySet().containsAll(fits.needs())
                && known.entrySet().containsAll(fits.where().entrySet());
    }

    /** Its arguments with every value in its place; empty if one is not known. */
    public Optional<Map<String, Object>> arguments(Map<String, String> known) {
        Map<String, Object> filled = new HashMap<>();
        call.arguments().forEach((name, value) -> filled(value, known).ifPresent(each -> filled.put(name, each)));
        return filled.size() == call.arguments().size() ? Optional.of(Map.copyOf(filled)) : Optional.empty();
    }

    private static Optional<Object> filled(Object value, Map<String, String> known) {
        return switch (value) {
            case Text text -> text.filled(known).map(Object.class::cast);
            case List<?> texts ->
                Text.all(texts.stream().map(Text.class::cast).toList(), known).map(Object.class::cast);
            default -> Optional.of(value);
        };
    }

    /** Whether that output answers the question. */
    boolean answered(Output output) {
        return output.ended()
                && (output.succeeded()
                        || reads.failure()
                        || (output.exitCode() != null && reads.exits().contains(output.exitCode())));
    }

    /** The look that this output is; facts are read only where it answers. */
    Look look(Output output) {
        if (!answered(output)) {
            return new Look(name, yields(), Look.Outcome.FAILED, output.problem());
        }
        return output.whole()
                ? new Look(name, yields(), Look.Outcome.SAW, "")
                : new Look(name, yields(), Look.Outcome.PARTLY, "only the beginning of its output was kept");
    }

    List<Fact> read(Output output, int firstId) {
        List<Fact> read = new ArrayList<>();
        if (answered(output)) {
            for (Extraction extraction : facts) {
                extraction
                        .from(output)
                        .forEach(draft -> read.add(fact(extraction, draft, output, firstId + read.size())));
            }
        }
        return read;
    }

    private Fact fact(Extraction extraction, Extraction.Draft draft, Output output, int id) {
        return new Fact(
                "f" + id,
                extraction.fact(),
                draft.key(),
                draft.value(),
                extraction.unit(),
                new Origin(name, output.action(), output.at(), draft.excerpt()));
    }
}
