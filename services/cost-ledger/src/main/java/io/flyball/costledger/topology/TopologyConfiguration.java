package io.flyball.costledger.topology;

import io.flyball.catalogue.PriceBook;
import io.flyball.costledger.config.CatalogueProperties;
import io.flyball.costledger.config.LedgerProperties;
import io.flyball.costledger.config.StreamsProperties;
import io.flyball.costledger.ledger.Accounts;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.RequiredPart;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The running ledger. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {
    private static final Logger log = LoggerFactory.getLogger(TopologyConfiguration.class);

    @Bean
    PriceBook priceBook(CatalogueProperties catalogue) {
        PriceBook prices = PriceBook.load(catalogue.directory());
        prices.setAside().forEach(aside -> log.warn("price of {} set aside: {}", aside.name(), aside.why()));
        return prices;
    }

    @Bean
    StreamsEngine streamsEngine(
            PriceBook prices,
            Wire wire,
            DeadLetters letters,
            Telemetry telemetry,
            LedgerProperties properties,
            StreamsProperties streams,
            ConnectionProperties connection,
            StreamsEngine.Safety safety) {
        return new StreamsEngine(
                LedgerTopology.of(prices, wire, letters, telemetry, properties),
                streams.settings(connection.kafka()),
                safety);
    }

    @Bean
    Accounts accounts(StreamsEngine engine) {
        return new StoredAccounts(engine);
    }

    @Bean
    RequiredPart ledger(StreamsEngine engine) {
        return new RequiredPart(engine::isHealthy, engine::complaint);
    }
}
