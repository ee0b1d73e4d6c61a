package io.flyball.diagnosis;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a case can say yes or no to, or not know: comparisons of facts, joined by {@code or}.
 *
 * @param text as it stands in the file
 */
public record Condition(String text, List<Term> alternatives) {
    private static final String VALUE = "'[^']*'|@[a-z][a-z0-9_.]*(?:\\([^)]*\\))?|[^\\s'@]\\S*";
    private static final Pattern TERM =
            Pattern.compile("\\s*(?:(no)\\s+)?([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+)(?:\\(([^)]*)\\))?"
                    + "(?:\\s*(==|!=|<=|>=|<|>|contains|matches)\\s*(" + VALUE + "))?\\s*(?:\\bor\\b|$)");
    private static final Pattern OTHER = Pattern.compile("@([a-z][a-z0-9_.]*)(?:\\(([^)]*)\\))?");

    public Condition {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Condition parse(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("not a condition from \"" + text.substring(end)
                        + "\" on; it reads: [no] name.of_fact[(key)] [comparison value] [or ...]");
            }
            terms.add(term(matcher));
            end = matcher.end();
        }
        if (terms.isEmpty() || text.strip().endsWith(" or")) {
            throw new IllegalArgumentException("a condition says something");
        }
        return new Condition(text, terms);
    }

    private static Term term(Matcher found) {
        return new Term(found.group(1) != null, found.group(2), key(found.group(3)), comparison(found));
    }

    private static Term.@Nullable Key key(@Nullable String text) {
        if (text == null || text.equals("*")) {
            return null;
        }
        return text.startsWith("$") ? new Term.Key.Bound(text.substring(1)) : new Term.Key.Exactly(new Text(text));
    }

    private static @Nullable Comparison comparison(Matcher found) {
        if (found.group(4) == null) {
            return null;
        }
        Operator operator = Operator.of(found.group(4));
        Comparison.Source operand = operand(found.group(5));
        if (operator == Operator.MATCHES && operand instanceof Comparison.Source.Said said) {
            checkPattern(said.text().raw());
        }
        return new Comparison(operator, operand);
    }

    private static void checkPattern(String pattern) {
        try {
            com.google.re2j.Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression: " + e.getMessage(), e);
        }
    }

    private static Comparison.Source operand(String text) {
        Matcher other = OTHER.matcher(text);
        if (other.matches()) {
            return new Comparison.Source.OtherFact(
                    other.group(1), other.group(2) == null ? null : new Text(other.group(2)));
        }
        boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
        return new Comparison.Source.Said(new Text(quoted ? text.substring(1, text.length() - 1) : text));
    }

    /** What that case says to it: yes if any alternative holds, no if none does and all are known. */
    Answer ask(Case known, Map<String, String> values) {
        List<Fact> facts = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        SequencedSet<String> unknown = new LinkedHashSet<>();
        for (Term term : alternatives) {
            switch (term.ask(known, values)) {
                case Answer.Holds holds -> {
                    return holds;
                }
                case Answer.Fails fails -> {
                    facts.addAll(fails.facts());
                    absent.addAll(fails.absent());
                }
                case Answer.Unknown not -> unknown.addAll(not.facts());
            }
        }
        return unknown.isEmpty() ? new Answer.Fails(facts, absent) : new Answer.Unknown(List.copyOf(unknown));
    }

    /** Names of all facts that it looks at. */
    public SequencedSet<String> facts() {
        SequencedSet<String> names = new LinkedHashSet<>();
        alternatives.forEach(term -> names.addAll(term.facts()));
        return names;
    }
}
