package io.flyball.drills.poison;

import io.flyball.drills.check.Evidence.Result;
import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.evidence.Remains;
import io.flyball.drills.load.Door;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hostile bodies among good runs, over a suite that is up. */
public final class Poison {
    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SLOWEST_EFFECT = Duration.ofMillis(50);
    private static final int ACCEPTED = 202;
    private static final int OUR_FAULT = 500;

    /** One in so many is published straight to a topic. */
    private static final int FOREIGN = 5;

    private final PoisonSettings settings;
    private final Suite suite;
    private final Consumer<String> say;
    private final Door door;
    private final Hostile hostile;
    private final Map<String, String> accepted = new LinkedHashMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> failed = new ArrayList<>();

    public Poison(PoisonSettings settings, Suite suite, Consumer<String> say) {
        this.settings = settings;
        this.suite = suite;
        this.say = say;
        this.door = new Door(suite.console(), suite.token());
        this.hostile = new Hostile(settings);
    }

    /** Returns when everything has settled, or the patience is at its end. */
    public PoisonFigures run() throws InterruptedException {
        Remains remains = new Remains();
        long began = System.nanoTime();
        try (EffectServer effects = EffectServer.start(new Random(settings.seed()), SLOWEST_EFFECT);
                Collector collector = Collector.start(suite.broker(), suite.registry(), remains);
                Foreign foreign = new Foreign(settings, suite.broker(), suite.registry())) {
            for (int i = 0; i < Math.max(settings.runs(), settings.bodies()); i++) {
                if (i < settings.bodies()) {
                    harm(i, foreign);
                }
                if (i < settings.runs()) {
                    String good = settings.name("good", i);
                    door.raise(good, good, effects.url());
                }
            }
            say.accept(settings.bodies() + " hostile bodies are sent: " + answers);
            settle(collector, remains);
            return new PoisonFigures(
                    "poison",
                    settings.runs(),
                    goodEnded(collector),
                    answers,
                    accepted.size(),
                    lost(remains),
                    failed,
                    remains.buried(),
                    unready(),
                    Math.round((System.nanoTime() - began) / 1e8) / 10.0,
                    settings.seed());
        }
    }

    private void harm(int number, Foreign foreign) throws InterruptedException {
        if (number % FOREIGN == FOREIGN - 1) {
            int which = number / FOREIGN;
            accepted.put(foreign.publish(which), "a record with " + Foreign.what(which));
            answers.merge(0, 1, Integer::sum);
            return;
        }
        Body body = hostile.body(number - number / FOREIGN);
        Door.Answer answer = door.post(body.path(), body.json());
        answers.merge(answer.status(), 1, Integer::sum);
        if (answer.status() >= OUR_FAULT) {
            failed.add(body.what() + ": " + answer.status());
        } else if (answer.status() == ACCEPTED && body.accountable()) {
            answer.ids().forEach(id -> accepted.put(id, body.what()));
        }
    }

    private int goodEnded(Collector collector) {
        var good = IntStream.range(0, settings.runs())
                .mapToObj(i -> settings.name("good", i))
                .collect(Collectors.toSet());
        return (int) collector.results().stream()
                .map(Result::fingerprint)
                .filter(good::contains)
                .distinct()
                .count();
    }

    private List<String> lost(Remains remains) {
        return accepted.entrySet().stream()
                .filter(entry -> !remains.has(entry.getKey()))
                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                .toList();
    }

    private List<String> unready() throws InterruptedException {
        List<String> unready = new ArrayList<>();
        for (ServiceProcess service : suite.services()) {
            String why = service.whyNotReady();
            if (!why.isEmpty()) {
                unready.add(service.name() + ": " + why);
            }
        }
        return unready;
    }

    private void settle(Collector collector, Remains remains) throws InterruptedException {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() < end) {
            if (goodEnded(collector) == settings.runs()
                    && lost(remains).isEmpty()
                    && unready().isEmpty()) {
                return;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }
}
