package io.flyball.orchestrator.admission;

import io.flyball.catalogue.AgentDefinition;
import io.flyball.catalogue.inventory.Inventory;
import io.flyball.orchestrator.admission.Arrival.RunEnded;
import io.flyball.orchestrator.admission.Arrival.RunWanted;
import io.flyball.orchestrator.admission.Fact.SeenRequest;
import io.flyball.orchestrator.config.AdmissionProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which run opens, which waits and which alert joins one: the same knowledge and arrival give the same decision. */
public final class AdmissionMachine {
    private final Queue queue;
    private final AlertRules alerts;
    private final Causes causes;
    private final Intents intents;
    private final Background background;
    private final Forgetting forgetting;
    private final Schedules schedules;
    private final Placing placing;

    /**
     * A machine.
     *
     * @param agents in order of preference
     * @param changers those of them that can change anything
     * @param defaultAgent takes alerts that no agent's matcher takes
     * @param inventory tells in which environment things take place
     * @param afterwards for how long a run that has ended still hears of its alerts
     */
    public AdmissionMachine(
            List<AgentDefinition> agents,
            Set<String> changers,
            String defaultAgent,
            Inventory inventory,
            ClosedRunPeriods afterwards,
            AdmissionProperties set) {
        placing = new Placing(inventory);
        queue = new Queue(set, changers);
        alerts = new AlertRules(new AgentChoice(agents, defaultAgent), afterwards, set, queue);
        causes = new Causes(set);
        intents = new Intents(queue);
        background = new Background(set);
        forgetting = new Forgetting(afterwards, set);
        schedules = new Schedules(agents, set.missedAfter());
    }

    /** What follows from an arrival. */
    Decision decide(Knowledge known, Arrival arrival) {
        return switch (placing.place(arrival)) {
            case Arrival.AlertRaised alert -> alerts.raised(known, alert);
            case RunWanted wanted -> wanted(known, wanted);
            case RunEnded ended -> ended(known, ended);
            case Arrival.ActivityChanged news -> changed(known, news);
            case Arrival.Deployed deployed -> background.deployed(known, deployed);
            case Arrival.TimeToForget now ->
                forgetting.decide(known, now.at()).forgetting(queue.recovered(known, now.at()));
        };
    }

    /** The next waiting run that may open; to be asked again until none may. */
    Optional<Decision> next(Knowledge known, Instant at) {
        return queue.next(known, at);
    }

    /** What schedules bring about at that time; each decision is to be followed before the next is asked for. */
    List<Schedules.Due> due(Knowledge known, Instant at) {
        return schedules.due(known, at);
    }

    /** What follows from a schedule that is due. */
    Decision fired(Knowledge known, Schedules.Due due, Instant at) {
        return due.wish()
                .map(wish -> wanted(known, new RunWanted(placing.placed(wish), at)))
                .orElseGet(Decision::quiet)
                .learning(due.done());
    }

    private Decision wanted(Knowledge known, RunWanted wanted) {
        RunRequest wish = wanted.wish();
        if (known.find(SeenRequest.key(wish.runId()), SeenRequest.class).isPresent()) {
            return askedAgain(known, wish);
        }
        int depth = Causes.depth(known, wish.causedByRun(), wish.causalDepth());
        Decision decision = causes.objection(known, wish.causedByRun(), depth, wish.agent())
                .map(why -> queue.refuse(known, wish.atDepth(depth), why, wanted.at()))
                .orElseGet(() -> begin(known, wish.atDepth(depth), wanted.at()));
        return decision.learning(new SeenRequest(wish.runId(), wanted.at()));
    }

    /** A parent asks again after a specialist that is long in coming, so that nothing that was lost on the way is awaited for ever. */
    private Decision askedAgain(Knowledge known, RunRequest wish) {
        if (wish.parent() == null) {
            return Decision.nothing("run " + wish.runId() + " was requested already");
        }
        return intents.twin(known, wish)
                .filter(twin -> known.run(wish.runId()).isEmpty())
                .map(twin -> Decision.quiet().saying(new Answer.Listen(twin, wish)))
                .orElseGet(() -> Decision.quiet().saying(new Answer.AskAfter(wish)));
    }

    private Decision begin(Knowledge known, RunRequest wish, Instant at) {
        return intents.twin(known, wish)
                .map(twin -> intents.listen(known, twin, wish, at))
                .orElseGet(() -> queue.admit(known, wish, null, at));
    }

    private static Decision ended(Knowledge known, RunEnded ended) {
        return known.run(ended.runId())
                .filter(KnownRun::live)
                .map(run -> Decision.quiet().learning(run.closed(ended.resolved(), ended.changed(), ended.at())))
                .orElseGet(() -> Decision.nothing("run " + ended.runId() + " takes no place"));
    }

    /** One that goes on takes its place again even if that is one too many: it has waited for people, not for this. */
    private static Decision changed(Knowledge known, Arrival.ActivityChanged news) {
        return known.run(news.runId())
                .filter(run -> run.standing() instanceof AdmissionStanding.Open)
                .map(run -> Decision.quiet().learning(run.at(news.activity())))
                .orElseGet(() -> Decision.nothing("run " + news.runId() + " is not open"));
    }
}
