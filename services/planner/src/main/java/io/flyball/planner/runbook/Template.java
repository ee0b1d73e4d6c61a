package io.flyball.planner.runbook;

import io.flyball.planner.plan.OutsideText;
import java.util.ArrayList;
import java.util.List;

/**
 * Text with {@code {{references}}}. What a reference stands for is put in as it is and never read as a template again, so
 * that an alert cannot bring references of its own.
 */
public final class Template {
    private static final int EXCERPT = 500;

    private final String text;
    private final List<Part> parts;

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Slot(Reference reference) implements Part {}

    /**
     * The template in that text.
     *
     * @throws IllegalArgumentException if a reference is not closed or names nothing that there could be
     */
    public static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw new IllegalArgumentException("{{ is not closed in: " + text);
            }
            parts.add(new Literal(text.substring(at, open)));
            parts.add(new Slot(reference(text.substring(open + 2, close).strip())));
            at = close + 2;
        }
        parts.add(new Literal(text.substring(at)));
        return new Template(text, parts);
    }

    private static Reference reference(String path) {
        return Reference.parse(path)
                .orElseThrow(() -> new IllegalArgumentException("{{" + path
                        + "}} is not known; there are alert.labels.NAME, alert.annotations.NAME, alert." + "{"
                        + String.join(
                                "|", Reference.ALERT_FIELDS.stream().sorted().toList())
                        + "}, inputs.NAME, vars.NAME, steps.ID.{"
                        + String.join(
                                "|", Reference.STEP_FIELDS.stream().sorted().toList()) + "}"));
    }

    public List<Reference> references() {
        return parts.stream()
                .filter(Slot.class::isInstance)
                .map(part -> ((Slot) part).reference())
                .toList();
    }

    /** Whether it has no references. */
    public boolean isFixed() {
        return references().isEmpty();
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    /** For people: of long values only the beginning, and nothing invisible. */
    String prose(Values values) {
        return render(part -> OutsideText.excerpt(values.of(part).strip(), EXCERPT));
    }

    /**
     * For machines: the values as they are.
     *
     * @throws CannotGoOn if a value has line breaks or invisible characters
     */
    String exact(Values values) {
        return render(reference -> plain(reference, values.of(reference)));
    }

    /**
     * One argument of a program.
     *
     * @throws CannotGoOn also if a value would turn the argument into an option
     */
    String argument(Values values) {
        String argument = exact(values);
        if (argument.startsWith("-") && !text.startsWith("-")) {
            throw new CannotGoOn(
                    text + " would become the option " + argument + "; values from outside cannot be options");
        }
        return argument;
    }

    private static String plain(Reference reference, String value) {
        if (!OutsideText.isPlainLine(value)) {
            throw new CannotGoOn("{{" + reference.path()
                    + "}} has line breaks or invisible characters and cannot be used in an argument");
        }
        return value;
    }

    private String render(Values values) {
        StringBuilder rendered = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal literal -> rendered.append(literal.text());
                case Slot slot -> rendered.append(values.of(slot.reference()));
            }
        }
        return rendered.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
