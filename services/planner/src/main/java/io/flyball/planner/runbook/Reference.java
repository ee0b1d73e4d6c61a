package io.flyball.planner.runbook;

import java.util.Optional;
import java.util.Set;

/** Something that a template or condition names. */
public sealed interface Reference {

    /** A label of the alert. */
    record Label(String name) implements Reference {}

    /** An annotation of the alert. */
    record Annotation(String name) implements Reference {}

    /** Another field of the alert. */
    record AlertField(String name) implements Reference {}

    /** A named input of the run. */
    record Input(String name) implements Reference {}

    /** A variable, declared by the runbook or parsed from a step's output. */
    record Variable(String name) implements Reference {}

    /** Something of what a step brought. */
    record StepField(String step, String field) implements Reference {}

    /** Something of what the inventory has of what the run is about. */
    record EntryField(String name) implements Reference {}

    /** Something of the run itself. */
    record RunField(String name) implements Reference {}

    /** Something of what a specialist found. */
    record FindingField(String name, String field) implements Reference {}

    Set<String> FINDING_FIELDS = Set.of("outcome", "summary", "agent");
    Set<String> ALERT_FIELDS =
            Set.of("name", "service", "severity", "source", "startsAt", "summary", "url", "endpoint", "host");
    Set<String> STEP_FIELDS = Set.of("status", "output", "exitCode", "error", "seen");

    /** What {@code alert.labels.service} and the like name; empty if they name nothing that there could be. */
    static Optional<Reference> parse(String path) {
        String[] parts = path.split("\\.", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "alert" -> alert(parts[1]);
            case "inputs" -> Optional.of(new Input(parts[1]));
            case "vars" -> Optional.of(new Variable(parts[1]));
            case "steps" -> step(parts[1]);
            case "findings" -> finding(parts[1]);
            case "entry" -> known(parts[1], Surroundings.ENTRY_FIELDS).map(EntryField::new);
            case "run" -> known(parts[1], Surroundings.RUN_FIELDS).map(RunField::new);
            default -> Optional.empty();
        };
    }

    private static Optional<String> known(String field, Set<String> fields) {
        return Optional.of(field).filter(fields::contains);
    }

    private static Optional<Reference> alert(String rest) {
        if (rest.startsWith("labels.")) {
            return Optional.of(new Label(rest.substring("labels.".length())));
        }
        if (rest.startsWith("annotations.")) {
            return Optional.of(new Annotation(rest.substring("annotations.".length())));
        }
        return ALERT_FIELDS.contains(rest) ? Optional.of(new AlertField(rest)) : Optional.empty();
    }

    private static Optional<Reference> step(String rest) {
        int dot = rest.indexOf('.');
        return dot > 0 && STEP_FIELDS.contains(rest.substring(dot + 1))
                ? Optional.of(new StepField(rest.substring(0, dot), rest.substring(dot + 1)))
                : Optional.empty();
    }

    private static Optional<Reference> finding(String rest) {
        int dot = rest.indexOf('.');
        return dot > 0 && FINDING_FIELDS.contains(rest.substring(dot + 1))
                ? Optional.of(new FindingField(rest.substring(0, dot), rest.substring(dot + 1)))
                : Optional.empty();
    }

    /** As it is written. */
    default String path() {
        return switch (this) {
            case Label label -> "alert.labels." + label.name();
            case Annotation annotation -> "alert.annotations." + annotation.name();
            case AlertField field -> "alert." + field.name();
            case Input input -> "inputs." + input.name();
            case Variable variable -> "vars." + variable.name();
            case StepField field -> "steps." + field.step() + "." + field.field();
            case EntryField field -> "entry." + field.name();
            case RunField field -> "run." + field.name();
            case FindingField field -> "findings." + field.name() + "." + field.field();
        };
    }
}
