package io.flyball.orchestrator.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events as they might come, fitting or not, from a seed. */
final class RandomLife {
    final Given given = new Given();
    private final Random random;

    RandomLife(long seed) {
        random = new Random(seed);
    }

    RunEvent step() {
        given.after(Duration.ofMillis(random.nextInt(20) == 0 ? random.nextInt(200_000) : random.nextInt(2_000)));
        RunEvent event = next();
        given.happens(event);
        return event;
    }

    private RunEvent next() {
        if (given.state == null) {
            return new RunEvent.Opened(Given.spec(Limits.DEFAULT, given.now), given.now);
        }
        if (random.nextInt(8) == 0) {
            return disturbance();
        }
        return switch (given.state) {
            case RunState.Planning s -> plan(s.requestId());
            case RunState.Acting s -> actionEvent(s);
            case RunState.BackingOff _, RunState.Ended _ -> new RunEvent.TimePassed(given.now);
            case RunState.Held _ -> new RunEvent.StopReleased(given.now);
        };
    }

    private RunEvent disturbance() {
        return switch (random.nextInt(9)) {
            case 0 -> new RunEvent.StopEngaged("drill", given.now);
            case 1 -> new RunEvent.StopReleased(given.now);
            case 2 -> new RunEvent.AlertJoined("a", "fp", random.nextBoolean(), given.now);
            case 3 -> plan("some-other-request");
            case 4 -> new RunEvent.ToolEnded("run-1:99:0", Given.report(ToolReport.Status.SUCCEEDED), given.now);
            case 5 ->
                random.nextInt(6) == 0
                        ? new RunEvent.CancelOrdered("ann", "enough", given.now)
                        : new RunEvent.TimePassed(given.now);
            case 6 -> new RunEvent.Opened(Given.spec(Limits.DEFAULT, given.now), given.now);
            default -> new RunEvent.TimePassed(given.now);
        };
    }

    private RunEvent plan(String requestId) {
        var by = new Plan.DecidedBy("model", null, null, "p", "m", "test");
        var tokens = new Tokens(random.nextInt(8_000), random.nextInt(1_000), 0, 0);
        return new RunEvent.PlanArrived(
                new Plan(requestId + ":d", requestId, wants(), "r", 0.8, by, tokens, 1, random.nextInt(60_000)),
                given.now);
    }

    private Plan.Wants wants() {
        return switch (random.nextInt(12)) {
            case 0 -> new Plan.Wants.Finish(Outcome.RESOLVED, "s", null);
            case 1 -> new Plan.Wants.Finish(Outcome.NOT_REPRODUCED, "s", null);
            case 2 -> new Plan.Wants.NoPlan(ErrorClass.values()[random.nextInt(4)], "m");
            case 3 ->
                random.nextBoolean()
                        ? new Plan.Wants.Escalate(new HandOver("r", "k", List.of()))
                        : new Plan.Wants.Delegate(List.of("x"));
            default -> new Plan.Wants.Act(actions());
        };
    }

    private List<ProposedAction> actions() {
        List<ProposedAction> actions = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String target = "service:" + (char) ('a' + random.nextInt(2));
            List<String> verifies = random.nextBoolean() ? List.of(target) : List.of();
            actions.add(Given.action(i, "do-" + random.nextInt(30), target, random.nextInt(4) == 0, verifies));
        }
        return actions;
    }

    private RunEvent actionEvent(RunState.Acting s) {
        Action action = s.actions().get(random.nextInt(s.actions().size()));
        boolean running = action.state() instanceof ActionState.Called;
        if (running && random.nextInt(4) == 0) {
            return new RunEvent.ToolStarted(action.id(), "executor-1", given.now);
        }
        if (running || random.nextInt(10) == 0) {
            var statuses = ToolReport.Status.values();
            return new RunEvent.ToolEnded(
                    action.id(), Given.report(statuses[random.nextInt(statuses.length)]), given.now);
        }
        String hash = random.nextInt(15) == 0 ? "other" : action.proposal().hash();
        var kinds = GovernorAnswer.Kind.values();
        Effect effect = random.nextInt(3) > 0 ? Effect.READ : Effect.CHANGE;
        return new RunEvent.VerdictArrived(
                given.answer(action.id(), hash, kinds[random.nextInt(kinds.length)], effect), given.now);
    }
}
