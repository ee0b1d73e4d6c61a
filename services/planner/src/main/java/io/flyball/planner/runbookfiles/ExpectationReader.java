package io.flyball.planner.runbookfiles;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.flyball.planner.plan.Expectation;
import io.flyball.planner.runbook.Step.Expected;
import java.util.List;
import java.util.Locale;

/** Reads what a step's output must show: the word {@code succeeds}, or {@code contains}, {@code lacks}, {@code matches} with a text. */
final class ExpectationReader {
    private static final List<String> KINDS = List.of("contains", "lacks", "matches");

    private final Mentions mentions;

    ExpectationReader(Mentions mentions) {
        this.mentions = mentions;
    }

    List<Expected> read(YamlSection how) {
        return how.oneOrMore("expect").stream().map(this::expected).toList();
    }

    private Expected expected(YamlValue value) {
        if (!value.isSection()) {
            if (!value.text().equals("succeeds")) {
                throw value.wrong("a step expects succeeds, or one of " + KINDS + " with a text");
            }
            return new Expected(Expectation.Kind.SUCCEEDS, mentions.template(value));
        }
        YamlSection section = value.section().only(KINDS);
        List<String> kinds = section.among(KINDS);
        if (kinds.size() != 1) {
            throw value.wrong("an expectation has exactly one of " + KINDS);
        }
        return expected(
                Expectation.Kind.valueOf(kinds.getFirst().toUpperCase(Locale.ROOT)),
                section.required(kinds.getFirst()));
    }

    private Expected expected(Expectation.Kind kind, YamlValue text) {
        if (kind == Expectation.Kind.MATCHES) {
            text.as(ExpectationReader::compiled);
            if (!mentions.template(text).isFixed()) {
                throw text.wrong("a regular expression has no references: a value could change what it means");
            }
        }
        return new Expected(kind, mentions.template(text));
    }

    private static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression (RE2): " + e.getMessage(), e);
        }
    }
}
