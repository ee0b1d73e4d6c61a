package io.flyball.planner.runbook;

import io.flyball.planner.plan.Expectation;
import io.flyball.planner.plan.FinishOutcome;
import io.flyball.planner.plan.Risk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a runbook. */
public sealed interface Step {

    /** Where it stands. */
    Place place();

    /** A step that calls one tool. */
    sealed interface Calling extends Step {
        Call call();
    }

    /** A program or tool is called. */
    record Action(Call call) implements Calling {
        @Override
        public Place place() {
            return call.place();
        }
    }

    /**
     * A read looks whether a change had its effect.
     *
     * @param verifies targets whose change it verifies
     * @param repairs how often the repair may be tried
     * @param repair what to do when it fails, before it is looked at again
     */
    record Verification(Call call, List<Template> verifies, int repairs, List<Step> repair) implements Calling {
        public Verification {
            verifies = List.copyOf(verifies);
            repair = List.copyOf(repair);
        }

        @Override
        public Place place() {
            return call.place();
        }
    }

    /**
     * Independent reads side by side.
     *
     * @param reasoning why they are made; absent means that each says its own
     */
    record Parallel(
            Place place, List<Action> actions, @Nullable Template reasoning) implements Step {
        public Parallel {
            actions = List.copyOf(actions);
        }
    }

    /** One of two ways. */
    record Conditional(Place place, String name, Condition condition, List<Step> then, List<Step> otherwise)
            implements Step {
        public Conditional {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * Specialists do these steps.
     *
     * @param reasoning why; absent means that only the steps are named
     */
    record Delegation(Place place, @Nullable Template reasoning, List<Delegate> steps) implements Step {
        public Delegation {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step for a specialist.
     *
     * @param dependsOn names of steps of the same delegation that must be verified first
     */
    record Delegate(String name, String agent, Template goal, List<String> dependsOn) {
        public Delegate {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** A person takes over. */
    record Escalation(
            Place place, Template reason, @Nullable Template known, List<Next> nextSteps) implements Step {
        public Escalation {
            nextSteps = List.copyOf(nextSteps);
        }
    }

    /** The run is to end. */
    record Ending(
            Place place,
            FinishOutcome outcome,
            Template summary,
            @Nullable Template rootCause,
            double confidence) implements Step {}

    /**
     * The call of a tool.
     *
     * @param id of the step; the action's label, by which its result is found again
     * @param target what it touches; absent means what the tool itself says
     * @param reasoning why; absent means that only the step is named
     * @param approval why a person must approve it; absent means that policy alone decides
     * @param terms when it is made, and what may become of it
     * @param onDenied what to do when it is denied; none means escalate
     * @param onFailure what to do when it fails; none means escalate
     * @param resources what it changes; none means its target
     * @param phase the phase of the manifest that it belongs to; absent when it belongs to none
     * @param expect what a read must show
     */
    record Call(
            Place place,
            String id,
            String tool,
            Argument.Named arguments,
            @Nullable Template target,
            @Nullable Template reasoning,
            @Nullable Template expectedEffect,
            @Nullable Template rollback,
            @Nullable Template approval,
            @Nullable Risk risk,
            Terms terms,
            List<Extraction> parse,
            List<Step> onDenied,
            List<Step> onFailure,
            List<Template> resources,
            @Nullable String phase,
            List<Expected> expect) {
        public Call {
            expect = List.copyOf(expect);
            resources = List.copyOf(resources);
            parse = List.copyOf(parse);
            onDenied = List.copyOf(onDenied);
            onFailure = List.copyOf(onFailure);
        }
    }

    /**
     * When a call is made, and what may become of it without ending the runbook's way.
     *
     * @param continueOnFailure whether the runbook goes on when the tool ran and failed
     * @param optional whether it goes on whatever becomes of the call, also when it is denied, refused or never runs; reads only
     * @param tells what people are told of its success; absent means the first line of what it brought
     * @param when it is made only if this holds; absent means always
     */
    record Terms(
            boolean continueOnFailure,
            boolean optional,
            @Nullable Template tells,
            @Nullable When when) {}

    /**
     * What must hold for a call to be made.
     *
     * @param otherwise why nobody looks if it does not, for people
     */
    record When(Condition condition, Template otherwise) {}

    /**
     * What a person does next.
     *
     * @param when it is told only if this holds; absent means always
     */
    record Next(@Nullable Condition when, Template text) {}

    /** What a read must show, with references in it. */
    record Expected(Expectation.Kind kind, Template text) {}
}
