package io.flyball.diagnosis.files;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.flyball.diagnosis.Extraction;
import io.flyball.diagnosis.FactValue;
import io.flyball.diagnosis.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds facts with a regular expression; its groups {@code key} and {@code value} say which and what. Time is linear in the
 * output, whatever that holds.
 *
 * @param form what is made of what is found
 * @param fixedKey the key of all; absent where the expression has it
 * @param otherwise what is so where nothing is found in a whole output; absent for nothing
 */
record ByPattern(
        String fact,
        String unit,
        Pattern pattern,
        Form form,
        ValueType type,
        @Nullable String fixedKey,
        @Nullable String otherwise)
        implements Extraction {
    private static final int MOST = 200;
    private static final int EXCERPT = 160;

    /** What is made of what is found. */
    enum Form {
        /** A fact for each. */
        EACH,
        /** A fact for the first. */
        FIRST,
        /** The last, as the newest line of a log is. */
        LAST,
        /** How many there are. */
        COUNT
    }

    @Override
    public List<Draft> from(Output output) {
        List<Draft> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(output.text());
        int count = 0;
        String first = "";
        while (matcher.find() && (count < MOST || form != Form.EACH)) {
            first = count == 0 ? matcher.group() : first;
            count++;
            if (form != Form.COUNT) {
                draft(matcher, output).forEach(found::add);
            }
        }
        if (form == Form.COUNT) {
            return List.of(new Draft(key(""), new FactValue.Amount(count), excerpt(first)));
        }
        return found.isEmpty() ? otherwise(output) : chosen(found);
    }

    private List<Draft> chosen(List<Draft> found) {
        return switch (form) {
            case EACH -> found;
            case FIRST, COUNT -> List.of(found.getFirst());
            case LAST -> List.of(found.getLast());
        };
    }

    private List<Draft> draft(Matcher matcher, Output output) {
        String value = has("value") ? matcher.group("value") : type == ValueType.TRUTH ? "true" : matcher.group();
        String key = has("key") ? matcher.group("key") : "";
        return value == null || key == null
                ? List.of()
                : type.read(value, output).stream()
                        .map(each -> new Draft(key(key.strip()), each, excerpt(matcher.group())))
                        .toList();
    }

    private List<Draft> otherwise(Output output) {
        return otherwise == null || !output.whole()
                ? List.of()
                : type.read(otherwise, output).stream()
                        .map(each -> new Draft(key(""), each, ""))
                        .toList();
    }

    private boolean has(String group) {
        return pattern.namedGroups().containsKey(group);
    }

    private String key(String found) {
        return fixedKey == null ? found : fixedKey;
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }
}
