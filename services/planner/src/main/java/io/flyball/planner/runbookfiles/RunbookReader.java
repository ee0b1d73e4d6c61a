package io.flyball.planner.runbookfiles;

import io.flyball.catalogue.InvalidCatalogue;
import io.flyball.planner.runbook.Reference;
import io.flyball.planner.runbook.Runbook;
import io.flyball.planner.runbook.Step;
import io.flyball.planner.runbook.Template;
import io.flyball.planner.runbook.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads one runbook. */
final class RunbookReader {
    private static final List<String> KEYS =
            List.of("name", "description", "trigger", "fallback", "remedy", "complexity", "vars", "steps");
    private static final int COMPLEXITY = 3;

    private final Mentions mentions = new Mentions();

    private RunbookReader() {}

    /**
     * The runbook in that file.
     *
     * @throws InvalidCatalogue if it cannot be understood, naming file, line and reason
     */
    static Runbook read(Path file) {
        return new RunbookReader().runbook(file);
    }

    private Runbook runbook(Path file) {
        YamlSection section = YamlValue.read(file).section().only(KEYS);
        SequencedMap<String, List<Template>> variables = variables(section);
        List<Step> steps =
                new StepReader(mentions).read(section.required("steps").list());
        if (steps.isEmpty()) {
            throw section.required("steps").wrong("a runbook has at least one step");
        }
        mentions.check();
        return new Runbook(
                section.required("name").as(Names::runbook),
                section.whole().place(),
                version(file),
                section.required("description").text(),
                trigger(section),
                isFallback(section),
                variables,
                section.optional("complexity")
                        .map(value -> value.wholeNumber(1, 10))
                        .orElse(COMPLEXITY),
                steps);
    }

    private static boolean isFallback(YamlSection section) {
        return section.optional("fallback").map(YamlValue::flag).orElse(false);
    }

    /** A fallback is for whatever is left, so it needs no trigger and has none. */
    private static Trigger trigger(YamlSection whole) {
        if (whole.optional("remedy").map(YamlValue::flag).orElse(false)) {
            if (whole.has("trigger") || whole.has("fallback")) {
                throw whole.key("remedy").wrong("a remedy is followed where a cause names it: it has no trigger");
            }
            return Trigger.NONE;
        }
        if (isFallback(whole)) {
            if (whole.has("trigger")) {
                throw whole.key("trigger")
                        .wrong("a fallback is for every alert that no other runbook is for: it has no" + " trigger");
            }
            return Trigger.ANY;
        }
        YamlSection section = whole.required("trigger").section();
        section.only(List.of("alert", "labels"));
        Map<String, Pattern> labels = new LinkedHashMap<>();
        section.optional("labels")
                .ifPresent(all ->
                        all.section().values().forEach((name, value) -> labels.put(name, value.as(Pattern::compile))));
        return new Trigger(section.required("alert").as(Pattern::compile), labels);
    }

    /** A variable may use those that are declared above it, so that none can need itself. */
    private SequencedMap<String, List<Template>> variables(YamlSection section) {
        SequencedMap<String, List<Template>> variables = new LinkedHashMap<>();
        section.optional("vars")
                .map(YamlValue::section)
                .ifPresent(declared -> declared.values().forEach((name, value) -> {
                    declared.key(name).as(Names::variable);
                    List<Template> templates = declared.oneOrMore(name).stream()
                            .map(each -> declaredTemplate(each, variables))
                            .toList();
                    mentions.setsVariable(name);
                    variables.put(name, templates);
                }));
        return variables;
    }

    private Template declaredTemplate(YamlValue value, Map<String, List<Template>> above) {
        Template template = mentions.template(value);
        template.references().forEach(reference -> {
            if (reference instanceof Reference.StepField
                    || (reference instanceof Reference.Variable variable && !above.containsKey(variable.name()))) {
                throw value.wrong("a declared variable may only use the alert, inputs and variables above it, not "
                        + reference.path());
            }
        });
        return template;
    }

    private static String version(Path file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
