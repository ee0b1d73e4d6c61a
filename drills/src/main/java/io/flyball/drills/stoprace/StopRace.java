package io.flyball.drills.stoprace;

import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.load.Door;
import io.flyball.drills.suite.Service;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import io.flyball.localstack.Signal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Emergency stops, one after the other, over a suite that is up and has changes under way all the time. */
public final class StopRace {
    private static final int EFFECTS_AT_ONCE = 12;
    private static final int TREES = 3;
    private static final int UNDER_WAY = 10;
    private static final Duration SLOWEST_EFFECT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration DWELL = Duration.ofSeconds(1);
    private static final Duration FROZEN = Duration.ofMillis(1_500);
    private static final String KEY = "agent:emergency_stop";
    private static final String ON = "SET " + KEY + " \"{\\\"active\\\":true,\\\"reason\\\":\\\"a drill\\\"}\"";
    private static final String OFF = "SET " + KEY + " \"{\\\"active\\\":false}\"";

    private final StopRaceSettings settings;
    private final Suite suite;
    private final Consumer<String> say;
    private final Random chance;
    private final Door door;
    private final RawRedis redis;
    private final OlderFiles older;
    private final Trees trees;
    private final StopRaceTally tally = new StopRaceTally();
    private final Map<Disturbance, Integer> disturbances = new EnumMap<>(Disturbance.class);

    public StopRace(StopRaceSettings settings, Suite suite, Consumer<String> say) {
        this.settings = settings;
        this.suite = suite;
        this.say = say;
        this.chance = new Random(settings.seed());
        this.door = new Door(suite.console(), suite.token());
        this.redis = new RawRedis(suite.redisProcess().url());
        this.older =
                new OlderFiles(suite.folder().resolve("redis"), suite.folder().resolve("older"));
        this.trees = new Trees("race-" + Long.toString(settings.seed(), Character.MAX_RADIX) + "-");
    }

    /** Returns after the last trial. */
    public StopRaceFigures run() throws InterruptedException {
        long began = System.nanoTime();
        try (EffectServer effects = EffectServer.start(new Random(settings.seed()), SLOWEST_EFFECT);
                Contenders contenders = new Contenders(suite, settings, effects.url())) {
            contenders.start(EFFECTS_AT_ONCE, TREES);
            for (int i = 0; i < settings.trials(); i++) {
                trial(effects, contenders);
                if (i % 10 == 9) {
                    say.accept(i + 1 + " stops; " + tally.text());
                }
            }
            return new StopRaceFigures(
                    "stop-race",
                    settings.trials(),
                    disturbances,
                    contenders.sent(),
                    effects.moments().size(),
                    contenders.governedAgain(),
                    tally.startsAfter(),
                    tally.trialsWithStarts(),
                    tally.latestMillis(),
                    tally.slowestTreesMillis(),
                    tally.treesLeft(),
                    Math.round((System.nanoTime() - began) / 1e8) / 10.0,
                    settings.seed());
        } finally {
            executor().ifFrozen();
        }
    }

    private void trial(EffectServer effects, Contenders contenders) throws InterruptedException {
        int before = effects.moments().size();
        await("changes are under way", () -> {
            if (!contenders.alive()) {
                throw new IllegalStateException("the load has ended: see the log");
            }
            return effects.moments().size() >= before + UNDER_WAY && trees.alive() > 0;
        });
        Disturbance disturbance = Disturbance.values()[chance.nextInt(Disturbance.values().length)];
        disturbances.merge(disturbance, 1, Integer::sum);
        if (disturbance == Disturbance.REDIS_OLDER) {
            older.keep();
        }
        Thread.sleep(chance.nextInt(300));
        Frozen frozen = executor();
        if (disturbance == Disturbance.EXECUTOR_FROZEN) {
            frozen.freeze();
        }
        stop(disturbance);
        long stopped = System.nanoTime();
        if (disturbance == Disturbance.EXECUTOR_FROZEN) {
            Thread.sleep(FROZEN);
            frozen.ifFrozen();
        }
        long treesGone = treesGone(disturbance == Disturbance.EXECUTOR_FROZEN ? System.nanoTime() : stopped);
        disturb(disturbance);
        Thread.sleep(DWELL);
        tally.add(stopped, effects.moments(), treesGone, trees.alive());
        release();
    }

    private void stop(Disturbance disturbance) throws InterruptedException {
        if (disturbance == Disturbance.BARE_SET) {
            redis.say(ON);
        } else {
            door.emergencyStop(true);
        }
    }

    private void disturb(Disturbance disturbance) {
        switch (disturbance) {
            case NONE, BARE_SET, EXECUTOR_FROZEN -> {}
            case REDIS_KILLED -> suite.redisProcess().restart();
            case REDIS_FLUSHED -> redis.say("FLUSHALL");
            case REDIS_OLDER -> {
                suite.redisProcess().kill();
                older.restore();
                suite.redisProcess().restart();
            }
            case RELEASED_BY_HAND -> redis.say(OFF);
        }
    }

    /** The console may need a moment to find Redis again. */
    private void release() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                door.emergencyStop(false);
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }

    /** How long after that moment no process of an action was left; the patience if some stayed. */
    private long treesGone(long since) throws InterruptedException {
        long end = since + Duration.ofSeconds(10).toNanos();
        while (trees.alive() > 0 && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        return System.nanoTime() - since;
    }

    private Frozen executor() {
        return new Frozen(suite.services().stream()
                .filter(service -> service.service() == Service.TOOL_EXECUTOR)
                .map(ServiceProcess::pid)
                .findFirst()
                .orElseThrow());
    }

    /** The executor's process, which may stand still. */
    private record Frozen(long pid) {
        void freeze() {
            Signal.STOP.to(pid);
        }

        void ifFrozen() {
            Signal.CONT.to(pid);
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it did not come to pass that " + what);
            }
            Thread.sleep(20);
        }
    }
}
