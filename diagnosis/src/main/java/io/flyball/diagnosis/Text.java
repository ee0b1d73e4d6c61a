package io.flyball.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with names in double braces, {@code {{port}}}, in place of what is known only later.
 *
 * @param raw as it stands in the file
 */
public record Text(String raw) {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z][a-z0-9_.]*)}}");

    /** The names in it, in order. */
    public SequencedSet<String> names() {
        SequencedSet<String> names = new LinkedHashSet<>();
        SLOT.matcher(raw).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The text with every value in its place; empty if one is not known. */
    public Optional<String> filled(Map<String, String> values) {
        return values.keySet().containsAll(names()) ? Optional.of(told(values)) : Optional.empty();
    }

    /** For people: of a name that nobody knows, it says so. */
    public String told(Map<String, String> values) {
        return SLOT.matcher(raw)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1), "(" + found.group(1) + ": not known)")));
    }

    /** Several texts; empty if a value is missing in any. */
    static Optional<List<String>> all(List<Text> texts, Map<String, String> values) {
        List<String> filled = new ArrayList<>();
        texts.forEach(text -> text.filled(values).ifPresent(filled::add));
        return filled.size() == texts.size() ? Optional.of(filled) : Optional.empty();
    }
}
