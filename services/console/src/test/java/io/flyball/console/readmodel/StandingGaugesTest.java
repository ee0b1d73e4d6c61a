package io.flyball.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flyball.console.kit.Shop;
import io.flyball.console.kit.Story;
import io.flyball.contract.Outcome;
import io.flyball.contract.Risk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandingGaugesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final ReadModelProperties properties = ReadModelPropertiesTest.bind(Map.of());
    private final ChangeFeed feed = new ChangeFeed(properties);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Runs runs = new Runs(properties, feed, clock);
    private final Approvals approvals = new Approvals(properties, runs, feed, clock);
    private final AtomicBoolean released = new AtomicBoolean(true);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        new StandingGauges(runs, approvals, released::get, clock).bindTo(registry);
    }

    @Test
    @DisplayName("OBS-2 open runs are counted, and those that ended are not")
    void sessions() {
        assertThat(gauge("agent.active.sessions")).isZero();
        take(new Story("open", NOW).opened("A", "s"));
        take(new Story("over", NOW).opened("A", "s").ended(Outcome.RESOLVED, "done", null));
        assertThat(gauge("agent.active.sessions")).isEqualTo(1);
        assertThat(registry.find("agent.queue.depth").gauges()).hasSize(4);
    }

    @Test
    @DisplayName("OBS-2 approvals that want an answer are counted, with the age of the oldest")
    void approvals() {
        assertThat(gauge("flyball.approvals.oldest.seconds")).isZero();
        approvals.take(Shop.untilHeld("young", NOW)
                .asks(0, "command", Risk.HIGH, "why", NOW.minusSeconds(10), NOW.plusSeconds(300)));
        approvals.take(Shop.untilHeld("old", NOW)
                .asks(0, "command", Risk.HIGH, "why", NOW.minusSeconds(90), NOW.plusSeconds(300)));
        assertThat(gauge("flyball.approvals.waiting")).isEqualTo(2);
        assertThat(gauge("flyball.approvals.oldest.seconds")).isEqualTo(90);
    }

    @Test
    @DisplayName("OBS-2 the emergency stop shows")
    void stop() {
        assertThat(gauge("flyball.stop.active")).isZero();
        released.set(false);
        assertThat(gauge("flyball.stop.active")).isEqualTo(1);
    }

    private void take(Story story) {
        story.events().forEach(runs::take);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
