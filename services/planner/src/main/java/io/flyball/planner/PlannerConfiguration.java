package io.flyball.planner;

import io.flyball.catalogue.Catalogue;
import io.flyball.catalogue.PriceBook;
import io.flyball.contract.PlanRequest;
import io.flyball.planner.choice.Planners;
import io.flyball.planner.model.ModelPlanner;
import io.flyball.planner.model.ModelProperties;
import io.flyball.planner.model.StopGate;
import io.flyball.planner.prompt.PromptLibrary;
import io.flyball.planner.provider.Providers;
import io.flyball.planner.queue.BudgetDesk;
import io.flyball.planner.queue.BudgetNews;
import io.flyball.planner.queue.PlanWork;
import io.flyball.planner.queue.UsageText;
import io.flyball.planner.runbookfiles.RunbookLibrary;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.halt.HaltWork;
import io.flyball.platform.halt.Halting;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.publish.DeadLetterOffice;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.redis.RedisHealth;
import io.flyball.platform.stop.StopGuard;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.Wire;
import io.flyball.platform.workqueue.WorkQueue;
import io.flyball.secrets.SecretFilter;
import io.flyball.spending.Budgets;
import io.flyball.spending.OpenHolds;
import io.flyball.spending.RedisCounters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** Puts the planner together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PlannerProperties.class, ModelProperties.class, CatalogueProperties.class})
class PlannerConfiguration {
    private static final Logger log = LoggerFactory.getLogger(PlannerConfiguration.class);

    @Bean
    Catalogue catalogue(CatalogueProperties properties) {
        return Catalogue.load(properties.directory());
    }

    /** A Redis that takes no stop is no Redis to act by. */
    @Bean
    RedisHealth redisHealth(Redis redis) {
        return new RedisHealth(redis);
    }

    @Bean
    StopGate stopGate(StopGuard guard, Clock clock, PlannerProperties properties) {
        return new StopGate(guard, clock, properties.stopLookEvery());
    }

    /** No model call starts under a stop, and one that has begun comes to its end. */
    @Bean
    Halting halting(StopGate gate) {
        return target -> new HaltWork(Set.of(), Set.of(), gate.underWay(target));
    }

    /** Whoever waits for the stop hands its request back before the queue is asked to end. */
    @Bean
    ApplicationListener<ContextClosedEvent> stopGateCloser(StopGate gate) {
        return _ -> gate.close();
    }

    @Bean
    Planners planners(
            PlannerProperties properties,
            ModelProperties models,
            SecretFilter secrets,
            Catalogue catalogue,
            StopGate gate,
            Telemetry telemetry,
            MeterRegistry meters,
            Clock clock) {
        PriceBook prices = PriceBook.load(catalogue.directory());
        prices.setAside().forEach(aside -> log.warn("price of {} set aside: {}", aside.name(), aside.why()));
        ModelPlanner model = models.access()
                .map(access -> ModelPlanner.of(
                        access,
                        Providers.model(access, models),
                        models,
                        secrets,
                        gate,
                        prices,
                        telemetry.tracer(),
                        meters,
                        clock))
                .orElse(null);
        return new Planners(
                properties.mode(), catalogue, RunbookLibrary.load(catalogue), PromptLibrary.load(catalogue), model);
    }

    @Bean
    OpenHolds openHolds(Redis redis, Clock clock) {
        return new OpenHolds(new RedisCounters(redis), clock);
    }

    @Bean
    BudgetDesk budgetDesk(Catalogue catalogue, OpenHolds counters, Wire wire, Publisher publisher, Clock clock) {
        return new BudgetDesk(
                Budgets.load(catalogue.directory()), counters, new UsageText(wire), new BudgetNews(publisher), clock);
    }

    @Bean
    WorkQueue<PlanRequest> planRequests(
            PlannerProperties properties,
            ConnectionProperties connection,
            Wire wire,
            Telemetry telemetry,
            DeadLetterOffice deadLetters,
            Planners planners,
            BudgetDesk budgets,
            Publisher publisher,
            Clock clock) {
        return new WorkQueue<>(
                properties.queue(),
                connection.kafka(),
                PlanRequest.class,
                wire,
                telemetry,
                deadLetters,
                new PlanWork(planners, budgets, publisher, clock));
    }

    @Bean
    RequiredPart planRequestsPart(WorkQueue<PlanRequest> queue) {
        return new RequiredPart(queue::isHealthy, "a worker of agent.plan-requests has ended; see the log");
    }
}
