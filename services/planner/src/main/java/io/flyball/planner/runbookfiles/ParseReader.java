package io.flyball.planner.runbookfiles;

import io.flyball.planner.runbook.Extraction;
import io.flyball.planner.runbook.RegexExtraction;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads the {@code parse} list of a step. */
final class ParseReader {
    private static final List<String> KEYS = List.of("var", "regex", "json", "default");

    private final Mentions mentions;

    ParseReader(Mentions mentions) {
        this.mentions = mentions;
    }

    List<Extraction> read(List<YamlValue> entries) {
        return entries.stream().map(this::extraction).toList();
    }

    private Extraction extraction(YamlValue entry) {
        YamlSection section = entry.section().only(KEYS);
        String otherwise = section.optional("default").map(YamlValue::text).orElse(null);
        if (section.among(List.of("regex", "json")).size() != 1) {
            throw entry.wrong("exactly one of regex and json is needed");
        }
        Extraction extraction = section.has("regex") ? regex(section, otherwise) : json(section, otherwise);
        extraction.variables().forEach(mentions::setsVariable);
        return extraction;
    }

    private static Extraction regex(YamlSection section, @Nullable String otherwise) {
        YamlValue regex = section.required("regex");
        Pattern pattern = regex.as(Pattern::compile);
        return regex.as(_ -> section.has("var")
                ? RegexExtraction.of(variable(section), pattern, otherwise)
                : RegexExtraction.ofNamedGroups(pattern, otherwise));
    }

    private static Extraction json(YamlSection section, @Nullable String otherwise) {
        return new JsonExtraction(variable(section), section.required("json").as(JsonPointer::compile), otherwise);
    }

    private static String variable(YamlSection section) {
        return section.required("var").as(Names::variable);
    }
}
