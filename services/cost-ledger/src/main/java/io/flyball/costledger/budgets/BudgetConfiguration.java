package io.flyball.costledger.budgets;

import io.flyball.contract.BudgetRaise;
import io.flyball.costledger.config.CatalogueProperties;
import io.flyball.costledger.config.StreamsProperties;
import io.flyball.costledger.ledger.Accounts;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.publish.Publisher;
import io.flyball.platform.redis.Redis;
import io.flyball.platform.subscribe.Projection;
import io.flyball.platform.subscribe.Subscription;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import io.flyball.spending.Budgets;
import io.flyball.spending.RedisCounters;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The part of the ledger that tells budgets. */
@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {
    /** How long spending waits at most after a loss, beside the time that reading takes. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Duration RAISE_EVERY = Duration.ofSeconds(30);

    @Bean
    Raises raises() {
        return new Raises();
    }

    @Bean
    Projection raiseReader(ConnectionProperties connection, Wire wire, Raises raises) {
        Projection topic = new Projection(connection.kafka(), "budget-raises", wire)
                .on(new Subscription<>(Topics.BUDGET_RAISES, BudgetRaise.class, raises::hear));
        raises.readBy(topic::isHealthy);
        return topic;
    }

    @Bean
    BudgetLooks budgetLooks(
            Accounts accounts,
            CatalogueProperties catalogue,
            StreamsProperties streams,
            ConnectionProperties connection,
            Redis redis,
            Raises raises,
            Publisher publisher,
            Wire wire,
            Clock clock) {
        BudgetTruth truth = new BudgetTruth(
                accounts,
                Budgets.load(catalogue.directory()),
                new RedisCounters(redis),
                raises,
                new CaughtUp(connection.kafka(), streams.applicationId()),
                clock,
                RAISE_EVERY);
        return new BudgetLooks(truth, new AbandonedCalls(new RedisCounters(redis), publisher, wire), LOOK_EVERY);
    }
}
