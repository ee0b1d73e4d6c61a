package io.flyball.planner.runbookfiles;

import io.flyball.planner.plan.Delegated;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.runbook.Condition;
import io.flyball.planner.runbook.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads steps of every kind. */
final class StepReader {
    private static final List<String> KINDS =
            List.of("exec", "tool", "verification", "parallel", "conditional", "delegate", "escalate", "finish");
    private static final double CONFIDENCE = 0.9;

    private final Mentions mentions;
    private final CallReader calls;

    StepReader(Mentions mentions) {
        this.mentions = mentions;
        this.calls = new CallReader(mentions, this::read);
    }

    List<Step> read(List<YamlValue> values) {
        return values.stream().map(this::step).toList();
    }

    private Step step(YamlValue value) {
        YamlSection section = value.section();
        List<String> kinds = section.among(KINDS);
        if (kinds.size() != 1) {
            throw value.wrong("a step has exactly one of " + String.join(", ", KINDS) + ", not " + kinds);
        }
        return switch (kinds.getFirst()) {
            case "exec", "tool" -> action(section);
            case "verification" -> verification(section);
            case "parallel" -> parallel(section);
            case "conditional" -> conditional(section);
            case "delegate" -> delegation(section);
            case "escalate" -> escalation(section);
            default -> ending(section);
        };
    }

    private Step.Action action(YamlSection section) {
        section.only(keys(CallReader.WHAT, CallReader.HOW));
        return new Step.Action(calls.read(section, section));
    }

    private Step.Verification verification(YamlSection section) {
        section.only(keys(List.of("verification", "verifies", "repair"), CallReader.HOW));
        section.among(List.of("when", "optional")).stream().findFirst().ifPresent(key -> {
            throw section.key(key).wrong("a verification is made whenever it is come to, and never " + key);
        });
        YamlSection what = section.required("verification").section().only(CallReader.WHAT);
        List<Step> repair = List.of();
        int repairs = 0;
        if (section.has("repair")) {
            YamlSection plan = section.required("repair").section().only(List.of("attempts", "steps"));
            repairs = plan.optional("attempts")
                    .map(value -> value.wholeNumber(1, 2))
                    .orElse(1);
            repair = read(plan.required("steps").list());
        }
        return new Step.Verification(
                calls.read(what, section),
                section.oneOrMore("verifies").stream().map(mentions::template).toList(),
                repairs,
                repair);
    }

    private Step.Parallel parallel(YamlSection section) {
        section.only(List.of("parallel", "steps", "reasoning"));
        if (!section.required("parallel").flag()) {
            throw section.required("parallel").wrong("a group is parallel; steps one after the other need no group");
        }
        List<Step.Action> actions = section.required("steps").list().stream()
                .map(StepReader::alone)
                .map(this::action)
                .toList();
        return new Step.Parallel(
                section.whole().place(),
                actions,
                section.optional("reasoning").map(mentions::template).orElse(null));
    }

    private static YamlSection alone(YamlValue value) {
        YamlSection section = value.section();
        if (section.among(List.of("exec", "tool")).isEmpty()) {
            throw value.wrong("only exec and tool can stand in a parallel group");
        }
        return section;
    }

    private Step.Conditional conditional(YamlSection section) {
        section.only(List.of("id", "conditional", "then", "else"));
        Condition condition = mentions.condition(section.required("conditional"));
        return new Step.Conditional(
                section.whole().place(),
                section.optional("id").map(YamlValue::text).orElse(""),
                condition,
                read(section.required("then").list()),
                read(section.list("else")));
    }

    private Step.Delegation delegation(YamlSection section) {
        section.only(List.of("delegate"));
        YamlValue whole = section.required("delegate");
        YamlSection delegate = whole.section().only(List.of("reasoning", "steps"));
        List<Step.Delegate> steps =
                delegate.required("steps").list().stream().map(this::delegate).toList();
        if (steps.isEmpty()) {
            throw whole.wrong("to delegate is to name at least one step");
        }
        Delegated.problem(steps.stream()
                        .map(step -> new Delegated(step.name(), step.agent(), "", step.dependsOn()))
                        .toList())
                .ifPresent(problem -> {
                    throw whole.wrong(problem);
                });
        return new Step.Delegation(
                section.whole().place(),
                delegate.optional("reasoning").map(mentions::template).orElse(null),
                steps);
    }

    private Step.Delegate delegate(YamlValue value) {
        YamlSection section = value.section().only(List.of("name", "agent", "goal", "depends_on"));
        YamlValue name = section.required("name");
        name.as(Names::step);
        mentions.hasFinding(name);
        return new Step.Delegate(
                name.text(),
                section.required("agent").text(),
                mentions.template(section.required("goal")),
                section.oneOrMore("depends_on").stream().map(YamlValue::text).toList());
    }

    private Step.Escalation escalation(YamlSection section) {
        section.only(List.of("escalate"));
        YamlSection escalate = section.required("escalate").section().only(List.of("reason", "known", "next_steps"));
        return new Step.Escalation(
                section.whole().place(),
                mentions.template(escalate.required("reason")),
                escalate.optional("known").map(mentions::template).orElse(null),
                escalate.list("next_steps").stream().map(this::next).toList());
    }

    private Step.Next next(YamlValue value) {
        if (!value.isSection()) {
            return new Step.Next(null, mentions.template(value));
        }
        YamlSection section = value.section().only(List.of("when", "do"));
        return new Step.Next(mentions.condition(section.required("when")), mentions.template(section.required("do")));
    }

    private Step.Ending ending(YamlSection section) {
        section.only(List.of("finish"));
        YamlSection finish =
                section.required("finish").section().only(List.of("outcome", "summary", "root_cause", "confidence"));
        return new Step.Ending(
                section.whole().place(),
                finish.required("outcome").as(text -> FinishOutcome.valueOf(text.toUpperCase(Locale.ROOT))),
                mentions.template(finish.required("summary")),
                finish.optional("root_cause").map(mentions::template).orElse(null),
                finish.optional("confidence").map(YamlValue::fraction).orElse(CONFIDENCE));
    }

    private static List<String> keys(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
