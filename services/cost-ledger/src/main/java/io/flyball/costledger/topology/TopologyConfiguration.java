package io.flyball.costledger.topology;

import io.flyball.catalogue.PriceBook;
import io.flyball.costledger.config.CatalogueProperties;
import io.flyball.costledger.config.LedgerProperties;
import io.flyball.costledger.ledger.Accounts;
import io.flyball.platform.connection.ConnectionProperties;
import io.flyball.platform.health.Part;
import io.flyball.platform.streams.StreamsEngine;
import io.flyball.platform.streams.StreamsSettings;
import io.flyball.platform.telemetry.Telemetry;
import io.flyball.platform.wire.DeadLetters;
import io.flyball.platform.wire.Wire;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The running ledger. */
@Configuration(proxyBeanMethods = false)
class TopologyConfiguration {
    /** A partition each would be three; the ledger is far from needing them. */
    private static final int THREADS = 1;

    @Bean
    PriceBook priceBook(CatalogueProperties catalogue) {
        return PriceBook.load(catalogue.directory());
    }

    @Bean
    StreamsEngine streamsEngine(
            PriceBook prices,
            Wire wire,
            DeadLetters letters,
            Telemetry telemetry,
            LedgerProperties properties,
            ConnectionProperties connection) {
        var settings = new StreamsSettings(
                properties.applicationId(),
                connection.kafka(),
                properties.stateDirectory(),
                THREADS,
                properties.commitInterval());
        return new StreamsEngine(LedgerTopology.of(prices, wire, letters, telemetry, properties), settings);
    }

    @Bean
    Accounts accounts(StreamsEngine engine) {
        return new StoredAccounts(engine);
    }

    @Bean
    Part ledger(StreamsEngine engine) {
        return new Part(engine::isHealthy, "the ledger reads its stores back or waits for Kafka");
    }
}
