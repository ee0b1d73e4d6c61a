package io.flyball.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random lives of a run with alerts of four services, and beside the machine a simple account of who fires and who was looked at. */
class GroupedAlertsWalkTest {
    private static final List<String> SERVICES = List.of("shop", "cart", "mail", "search");

    static Stream<Named<Long>> seeds() {
        return Seeds.stream(300);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName(
            "ING-10 RUN-17 no change begins once all alerts have resolved; no RESOLVED while one fires that no read was about")
    void invariants(long seed) {
        new Life(seed).live();
    }

    @Test
    @DisplayName(
            "ING-10 RUN-17 such lives end as RESOLVED with several alerts, and are refused it, often enough to mean something")
    void lifelike() {
        int resolved = 0;
        int refused = 0;
        int kept = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            Life life = new Life(seed);
            life.live();
            resolved += life.resolvedTogether;
            refused += life.run.facts(RunFact.DecisionRefused.class).size();
            kept += life.keptBack;
        }
        assertThat(resolved).isGreaterThan(10);
        assertThat(refused).isGreaterThan(100);
        assertThat(kept).isGreaterThan(10);
    }

    /** A run, and the account of it. */
    private static final class Life {
        private static final int STEPS = 120;

        private final Random random;
        private final Given run = Given.anOpenRun();
        private final Map<String, Boolean> firing = new HashMap<>(Map.of("shop", true));
        private final Map<String, Instant> beginnings = new HashMap<>(Map.of("shop", Given.START));
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Set<String>> looking = new HashMap<>();
        private int resolvedTogether;
        private int keptBack;

        Life(long seed) {
            random = new Random(seed);
        }

        void live() {
            for (int i = 0; i < STEPS && run.state instanceof RunState.Open; i++) {
                run.after(Duration.ofMillis(1 + random.nextInt(900)));
                step();
            }
        }

        private void step() {
            int commands = run.commands.size();
            if (random.nextInt(8) == 0) {
                alert(SERVICES.get(random.nextInt(SERVICES.size())));
            } else if (run.state instanceof RunState.Planning planning) {
                plan(planning);
            } else if (run.state instanceof RunState.Acting acting) {
                act(acting.actions().getFirst());
            } else {
                run.timePasses(Duration.ofSeconds(1));
            }
            run.commands.subList(commands, run.commands.size()).forEach(this::check);
        }

        /** Firing, resolved, or a late copy of what is over. */
        private void alert(String service) {
            boolean fires = firing.getOrDefault(service, false);
            boolean late = beginnings.containsKey(service) && !fires && random.nextInt(3) == 0;
            boolean resolves = fires && random.nextBoolean();
            if (!late && !fires) {
                beginnings.put(service, run.now);
                seen.remove(service);
                looking.values().forEach(services -> services.remove(service));
            }
            if (!late) {
                firing.put(service, !resolves);
            }
            String fingerprint = service.equals("shop") ? "fp" : "fp-" + service;
            run.happens(Given.joins(fingerprint, service, resolves, beginnings.get(service), run.now));
        }

        private void plan(RunState.Planning planning) {
            String service = SERVICES.get(random.nextInt(SERVICES.size()));
            boolean done = firing.entrySet().stream().allMatch(one -> !one.getValue() || seen.contains(one.getKey()));
            switch (done && random.nextBoolean() ? 0 : random.nextInt(4)) {
                case 0 -> run.finishes(Outcome.RESOLVED);
                case 1 -> run.proposes(Given.change(0, "change" + planning.step(), "service:" + service));
                default -> run.proposes(Given.verify(0, "service:" + service));
            }
        }

        private void act(Action action) {
            boolean change = action.proposal().verifies().isEmpty();
            if (action.state() instanceof ActionState.Proposed) {
                run.allows(0, change ? Effect.CHANGE : Effect.READ);
                keptBack += change && nothingFires() ? 1 : 0;
            } else {
                run.ends(0, ToolResult.Status.SUCCEEDED);
                if (change) {
                    seen.clear();
                } else {
                    seen.addAll(looking.remove(action.id()));
                }
            }
        }

        private boolean nothingFires() {
            return firing.values().stream().noneMatch(fires -> fires);
        }

        private void check(RunCommand command) {
            if (command instanceof RunCommand.CallTool call) {
                if (call.allowed().effect().changes()) {
                    assertThat(nothingFires())
                            .as("a change begins, and nothing fires")
                            .isFalse();
                } else {
                    String target = call.action().proposal().target();
                    looking.put(
                            call.action().id(),
                            new HashSet<>(firing.keySet().stream()
                                    .filter(service -> target.equals("service:" + service))
                                    .toList()));
                }
            }
            if (command instanceof RunCommand.Conclude end && end.conclusion().outcome() == Outcome.RESOLVED) {
                if (firing.size() > 1) {
                    resolvedTogether++;
                    firing.forEach((service, fires) -> assertThat(!fires || seen.contains(service))
                            .as("%s fires, and nobody has looked at it: %s", service, run.history)
                            .isTrue());
                }
            }
        }
    }
}
