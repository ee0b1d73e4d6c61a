package io.flyball.planner.runbook;

import io.flyball.planner.plan.AlertFacts;
import io.flyball.planner.plan.CallStatus;
import io.flyball.planner.plan.DecisionKind;
import io.flyball.planner.plan.PastAction;
import io.flyball.planner.plan.Situation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known on the way through a runbook; made anew for every decision. */
final class Journey implements Values {
    private final Runbook runbook;
    private final Situation situation;
    private final Map<String, String> parsed = new HashMap<>();
    private final Map<String, Map<String, String>> parsedBy = new HashMap<>();
    private final Map<String, PastAction> steps = new LinkedHashMap<>();
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, String> passed = new LinkedHashMap<>();
    private final Set<String> unclear = new LinkedHashSet<>();

    Journey(Runbook runbook, Situation situation) {
        this.runbook = runbook;
        this.situation = situation;
    }

    Situation situation() {
        return situation;
    }

    /** The call brought what it should; its variables must be there. */
    void arrived(Step.Call call, PastAction action) {
        steps.put(call.id(), action);
        if (action.status() != CallStatus.DRY_RUN) {
            call.parse().forEach(extraction -> keep(call.id(), extraction.from(action.output())));
        }
        Template tells = call.terms().tells();
        if (tells != null) {
            told.put(call.id(), tells.prose(this));
        }
    }

    /** The call is not made, and why. */
    void passed(Step.Call call, String why) {
        passed.put(call.id(), why);
    }

    /** The call failed; what can be read of its output is read all the same. */
    void failed(Step.Call call, PastAction action) {
        steps.put(call.id(), action);
        for (Extraction extraction : call.parse()) {
            try {
                keep(call.id(), extraction.from(action.output()));
            } catch (CannotGoOn _) {
                // Whoever needs the variable will say that it is missing.
            }
        }
    }

    private void keep(String step, Map<String, String> values) {
        parsed.putAll(values);
        parsedBy.computeIfAbsent(step, _ -> new HashMap<>()).putAll(values);
    }

    /** The call was not allowed. */
    void denied(Step.Call call, PastAction action) {
        steps.put(call.id(), action);
    }

    /** Nobody knows whether the change of that target took effect. */
    void unclear(Step.Call call, PastAction action) {
        steps.put(call.id(), action);
        unclear.add(action.target() == null ? action.actionId() : action.target());
    }

    void verified(List<String> targets) {
        targets.forEach(unclear::remove);
    }

    Set<String> unclear() {
        return unclear;
    }

    /** Whether a change was only described so far. */
    boolean onlyDescribed() {
        return steps.values().stream().anyMatch(action -> action.status() == CallStatus.DRY_RUN);
    }

    /** Names of the delegated steps that nobody has reported on. */
    List<String> withoutFinding(Step.Delegation step) {
        Set<String> found = new LinkedHashSet<>();
        situation.findings().forEach(finding -> found.add(finding.name()));
        return step.steps().stream()
                .map(Step.Delegate::name)
                .filter(name -> !found.contains(name))
                .toList();
    }

    /** How often the run has delegated so far. */
    long delegated() {
        return situation.turns().stream()
                .filter(turn -> turn.kind() == DecisionKind.DELEGATE && turn.refusal() == null)
                .count();
    }

    /** What every step has brought, one line each, and what was not looked at. */
    String seen() {
        return Facts.told(steps, told, passed);
    }

    private static @Nullable String skipped(String why, String field) {
        return switch (field) {
            case "status" -> Facts.SKIPPED;
            case "seen" -> why;
            default -> null;
        };
    }

    @Override
    public String of(Reference reference) {
        return find(reference)
                .orElseThrow(() -> new CannotGoOn("{{" + reference.path() + "}} has no value" + hint(reference)));
    }

    private Optional<String> find(Reference reference) {
        AlertFacts alert = situation.alert();
        return switch (reference) {
            case Reference.Label label ->
                Optional.ofNullable(alert).map(a -> a.labels().get(label.name()));
            case Reference.Annotation annotation ->
                Optional.ofNullable(alert).map(a -> a.annotations().get(annotation.name()));
            case Reference.AlertField field -> Optional.ofNullable(alert).map(a -> Facts.field(a, field.name()));
            case Reference.Input input -> Optional.ofNullable(situation.inputs().get(input.name()));
            case Reference.Variable variable -> variable(variable.name());
            case Reference.StepField field ->
                Optional.ofNullable(steps.get(field.step()))
                        .map(action -> Facts.field(action, field.field()))
                        .or(() ->
                                Optional.ofNullable(passed.get(field.step())).map(why -> skipped(why, field.field())));
            case Reference.EntryField field ->
                Optional.ofNullable(Surroundings.entry(situation).get(field.name()));
            case Reference.RunField field ->
                Optional.ofNullable(Surroundings.run(situation).get(field.name()));
            case Reference.FindingField field ->
                situation.findings().stream()
                        .filter(finding -> finding.name().equals(field.name()))
                        .findFirst()
                        .map(finding -> Facts.field(finding, field.field()));
        };
    }

    /** What a step has parsed, else the first declared template that has all its values. */
    private Optional<String> variable(String name) {
        String value = parsed.get(name);
        return value != null ? Optional.of(value) : declared(name);
    }

    private Optional<String> declared(String name) {
        for (Template template : runbook.variables().getOrDefault(name, List.of())) {
            try {
                return Optional.of(template.exact(this));
            } catch (CannotGoOn _) {
                // The next one may have its values.
            }
        }
        return Optional.empty();
    }

    private String hint(Reference reference) {
        List<Template> declared = reference instanceof Reference.Variable variable
                ? runbook.variables().get(variable.name())
                : null;
        return declared == null ? "" : ": none of " + declared + " has";
    }

    /** Everything as conditions see it. */
    Map<String, Object> facts() {
        Map<String, String> variables = new HashMap<>();
        runbook.variables().keySet().forEach(name -> declared(name).ifPresent(value -> variables.put(name, value)));
        variables.putAll(parsed);
        return Facts.of(situation, variables, steps, passed, parsedBy);
    }
}
