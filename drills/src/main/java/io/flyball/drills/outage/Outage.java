package io.flyball.drills.outage;

import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.evidence.Standings;
import io.flyball.drills.load.Approver;
import io.flyball.drills.load.Operator;
import io.flyball.drills.load.Source;
import io.flyball.drills.outage.Cast.Member;
import io.flyball.drills.suite.Service;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** One part of the drill on a suite that is up: sets the scene, takes somebody away, raises alerts, brings it back, and checks. */
public final class Outage {
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Duration NEWS = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final OutageSettings settings;
    private final Suite suite;
    private final Consumer<String> say;
    private final Cast cast;
    private final Standings standings = new Standings();
    private final Answers answers = new Answers();
    private final Stuck stuck = new Stuck();
    private final List<String> failures = new ArrayList<>();

    public Outage(OutageSettings settings, Suite suite, Consumer<String> say) {
        this.settings = settings;
        this.suite = suite;
        this.say = say;
        this.cast = Cast.of(settings);
    }

    /** Returns when everything has settled, or the patience is at its end. */
    public OutageFigures run() throws InterruptedException {
        try (EffectServer effects = EffectServer.start(new Random(settings.seed()), Duration.ofMillis(50));
                Collector collector = Collector.start(suite.broker(), suite.registry(), standings)) {
            effects.tell(stuck);
            Source source = new Source(suite.console(), suite.token(), settings.cause(), effects.url());
            Operator operator = new Operator(suite.console(), suite.token());
            Scene scene = new Scene(settings, cast, source, operator, standings, stuck);
            Alarms alarms = new Alarms(settings, source, answers);
            scene.set();
            long gone = System.nanoTime();
            goAway();
            Thread.sleep(NEWS);
            Map<String, Integer> open = standings.open();
            say.accept("the " + settings.part().label() + " is away; open runs: " + open);
            meanwhile(scene, alarms, operator, effects);
            Thread.sleep(Duration.ofNanos(Math.max(0, settings.away().toNanos() - (System.nanoTime() - gone))));
            double away = since(gone);
            long returned = System.nanoTime();
            comeBack(alarms);
            say.accept("the " + settings.part().label() + " is back");
            var aftermath = new Aftermath(settings, cast, scene, alarms, answers, collector);
            double back = settle(scene, alarms, operator, aftermath, returned);
            var times = new Aftermath.Times(away, back, since(returned));
            return aftermath.figures(suite, effects, open, times, failures);
        }
    }

    private static double since(long moment) {
        return Math.round((System.nanoTime() - moment) / 1e8) / 10.0;
    }

    private void goAway() {
        switch (settings.part()) {
            case ORCHESTRATOR -> orchestrator().kill();
            case BROKER -> suite.brokerProcess().kill();
        }
    }

    private ServiceProcess orchestrator() {
        return suite.services().stream()
                .filter(process -> process.service() == Service.ORCHESTRATOR)
                .findFirst()
                .orElseThrow();
    }

    /** What is sent while the broker is away is sent again until it is back; so that is said of alerts that resolve meanwhile, too. */
    private void meanwhile(Scene scene, Alarms alarms, Operator operator, EffectServer effects)
            throws InterruptedException {
        settings.resolvedAlerts().forEach(effects::heal);
        cast.keys(Role.HEALED).forEach(effects::heal);
        alarms.begin();
        if (settings.part() == Part.ORCHESTRATOR) {
            for (Member member : cast.in(Role.HEALED)) {
                alarms.untilTaken(member.key(), true);
            }
            Set<String> waiting = scene.runs(Role.APPROVED_MEANWHILE);
            int given = operator.approveOf(waiting);
            if (given < waiting.size()) {
                failures.add("only " + given + " of " + waiting.size() + " approvals could be given meanwhile");
            }
        }
    }

    private void comeBack(Alarms alarms) throws InterruptedException {
        stuck.everybodyIsBack();
        switch (settings.part()) {
            case ORCHESTRATOR -> orchestrator().start();
            case BROKER -> {
                suite.restartBroker();
                for (Member member : cast.in(Role.HEALED)) {
                    alarms.untilTaken(member.key(), true);
                }
            }
        }
        orchestrator().awaitReady();
    }

    /** Returns how long it took until the first run moved. */
    private double settle(Scene scene, Alarms alarms, Operator operator, Aftermath aftermath, long since)
            throws InterruptedException {
        Collector collector = aftermath.collector();
        long transitions = collector.transitions().size();
        Waiting.until(SETTLE, () -> collector.transitions().size() > transitions);
        double back = since(since);
        if (!Waiting.until(SETTLE, () -> cast.keys(Role.HEALED).stream().allMatch(standings::knowsResolved))) {
            failures.add("a run was never told that its alert has resolved");
        }
        alarms.awaitEnd(SETTLE);
        for (String run : scene.runs(Role.PAUSED)) {
            operator.order(run, "resume");
        }
        try (Approver _ = Approver.at(suite)) {
            Waiting.until(SETTLE, aftermath::allEnded);
        }
        Thread.sleep(QUIET);
        return back;
    }
}
