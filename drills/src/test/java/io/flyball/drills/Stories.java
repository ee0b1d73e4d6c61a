package io.flyball.drills;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.drills.effects.EffectServer;
import io.flyball.drills.evidence.Collector;
import io.flyball.drills.evidence.Histories;
import io.flyball.drills.load.Door;
import io.flyball.drills.load.Operator;
import io.flyball.drills.suite.Suite;
import io.flyball.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Opens one run and says what it told until its end. */
record Stories(Suite suite, long seed) {

    /** The run of that agent, which must have made exactly these effects. */
    List<String> of(String agent, String key, Set<String> effects) throws Exception {
        Histories histories = new Histories();
        try (EffectServer server = EffectServer.start(new Random(seed), Duration.ofMillis(1));
                Collector _ = Collector.start(suite.broker(), suite.registry(), histories)) {
            String run = new Door(suite.console(), suite.token()).open(agent, key, server.url());
            awaitTold(histories, run, "ended");
            assertThat(server.happened()).containsExactlyInAnyOrderElementsOf(effects);
            return histories.of(run);
        }
    }

    /** The same, paused by a person when the first effect happens, and resumed once it has told that. */
    List<String> pausedAtTheFirstEffect(String agent, String key, String until) throws Exception {
        CompletableFuture<String> opened = new CompletableFuture<>();
        Operator person = new Operator(suite.console(), suite.token());
        Histories histories = new Histories();
        try (EffectServer server = EffectServer.start(new Random(seed), Duration.ofMillis(1));
                Collector _ = Collector.start(suite.broker(), suite.registry(), histories)) {
            server.tell((_, _) -> order(person, opened.join(), "pause"));
            String run = new Door(suite.console(), suite.token()).open(agent, key, server.url());
            opened.complete(run);
            awaitTold(histories, run, until);
            order(person, run, "resume");
            awaitTold(histories, run, "ended");
            return histories.of(run);
        }
    }

    private static void order(Operator person, String run, String word) {
        try {
            person.order(run, word);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitTold(Histories histories, String run, String what) {
        Await.that("run " + run + " tells: " + what)
                .atMost(Duration.ofMinutes(10))
                .until(() -> histories.of(run).stream().anyMatch(told -> told.startsWith(what)));
    }
}
