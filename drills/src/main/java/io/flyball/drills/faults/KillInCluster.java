package io.flyball.drills.faults;

import io.flyball.drills.evidence.Offsets;
import io.flyball.drills.faults.FaultPlan.Fault;
import io.flyball.drills.suite.Service;
import io.flyball.drills.suite.ServiceProcess;
import io.flyball.drills.suite.Suite;
import io.flyball.localstack.Neighbour;
import io.flyball.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Kills (SIGKILL) one of three brokers, the master among three Redis servers, or one service of a pair, and starts it again. */
public record KillInCluster(Suite suite, KillService services, Offsets read) implements Breaker {
    private static final String REDIS = "redis-master";
    private static final Duration FAILOVER = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** What is hit: a broker, the master, and one of each pair, by chance. */
    public static List<String> targets(Suite suite, long seed) {
        Random chance = Random.from(new SplittableRandom(seed));
        List<String> targets = new ArrayList<>(List.of(REDIS));
        targets.add(oneOf(suite.brokers().stream().map(Neighbour::name).toList(), chance));
        for (Service service : Service.values()) {
            targets.add(oneOf(
                    suite.services().stream()
                            .filter(process -> process.service() == service)
                            .map(ServiceProcess::name)
                            .toList(),
                    chance));
        }
        return targets;
    }

    private static String oneOf(List<String> names, Random chance) {
        return names.get(chance.nextInt(names.size()));
    }

    @Override
    public Broken breakIt(Fault fault) throws InterruptedException {
        for (Neighbour broker : suite.brokers()) {
            if (broker.name().equals(fault.target())) {
                return broken(broker, fault);
            }
        }
        return fault.target().equals(REDIS) ? redis(fault) : services.breakIt(fault);
    }

    /** It comes back once there is another master: what it has is old by then. */
    private Broken redis(Fault fault) {
        Neighbour master = suite.redisProcess();
        Broken broken = broken(master, fault);
        return new Broken(REDIS, broken.topics(), broken.marks(), begun -> {
            awaitAnother(master);
            broken.comeBack().run(begun);
        });
    }

    private void awaitAnother(Neighbour former) throws InterruptedException {
        long began = System.nanoTime();
        while (suite.redisProcess() == former) {
            if (System.nanoTime() - began > FAILOVER.toNanos()) {
                throw new IllegalStateException("the sentinels have made no other master in " + FAILOVER);
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private Broken broken(Neighbour neighbour, Fault fault) {
        neighbour.kill();
        List<String> topics = List.of(Topics.RUN_EVENTS);
        return new Broken(neighbour.name(), topics, read.of(topics), begun -> {
            Thread.sleep(fault.downMillis());
            begun.run();
            suite.restart(neighbour);
        });
    }
}
