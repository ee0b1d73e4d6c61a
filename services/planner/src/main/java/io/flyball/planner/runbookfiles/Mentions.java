package io.flyball.planner.runbookfiles;

import io.flyball.planner.runbook.Argument;
import io.flyball.planner.runbook.Reference;
import io.flyball.planner.runbook.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a runbook sets and what it mentions, so that what is mentioned but never set is found before it is needed. */
final class Mentions {
    private static final Pattern IN_EXPRESSION = Pattern.compile("\\b(steps|vars|findings)\\.([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");

    private final Map<String, YamlValue> steps = new HashMap<>();
    private final Map<String, YamlValue> findings = new HashMap<>();
    private final Set<String> variables = new HashSet<>();
    private final List<Mention> mentioned = new ArrayList<>();

    private enum Kind {
        STEPS,
        VARS,
        FINDINGS
    }

    private record Mention(YamlValue where, Kind kind, String name) {}

    Template template(YamlValue value) {
        Template template = value.as(Template::parse);
        template.references().forEach(reference -> mention(value, reference));
        return template;
    }

    Argument.Text argument(YamlValue value) {
        return new Argument.Text(template(value));
    }

    /** The condition in that text. */
    CelCondition condition(YamlValue value) {
        CelCondition condition = value.as(CelCondition::parse);
        expression(value);
        return condition;
    }

    private void expression(YamlValue value) {
        Matcher matcher = IN_EXPRESSION.matcher(QUOTED.matcher(value.text()).replaceAll("''"));
        while (matcher.find()) {
            mentioned.add(
                    new Mention(value, Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2)));
        }
    }

    private void mention(YamlValue where, Reference reference) {
        switch (reference) {
            case Reference.StepField field -> mentioned.add(new Mention(where, Kind.STEPS, field.step()));
            case Reference.Variable variable -> mentioned.add(new Mention(where, Kind.VARS, variable.name()));
            case Reference.FindingField field -> mentioned.add(new Mention(where, Kind.FINDINGS, field.name()));
            case Reference.Label _,
                    Reference.Annotation _,
                    Reference.AlertField _,
                    Reference.Input _,
                    Reference.EntryField _,
                    Reference.RunField _ -> {
                // Whether the alert and the inventory bring these is not known before it comes.
            }
        }
    }

    void setsVariable(String name) {
        variables.add(name);
    }

    void hasStep(YamlValue id) {
        YamlValue other = steps.put(id.text(), id);
        if (other != null) {
            throw id.wrong("the step id " + id.text() + " is taken in line "
                    + other.place().line());
        }
    }

    void check() {
        for (Mention mention : mentioned) {
            problem(mention).ifPresent(problem -> {
                throw mention.where().wrong(problem);
            });
        }
    }

    private Optional<String> problem(Mention mention) {
        String name = mention.name();
        return switch (mention.kind()) {
            case STEPS -> steps.containsKey(name) ? Optional.empty() : Optional.of("no step has the id " + name);
            case VARS -> variables.contains(name) ? Optional.empty() : Optional.of("nothing sets vars." + name);
            case FINDINGS ->
                findings.containsKey(name) ? Optional.empty() : Optional.of("no delegated step has the name " + name);
        };
    }

    void hasFinding(YamlValue name) {
        YamlValue other = findings.put(name.text(), name);
        if (other != null) {
            throw name.wrong("the name " + name.text() + " of a delegated step is taken in line "
                    + other.place().line());
        }
    }
}
