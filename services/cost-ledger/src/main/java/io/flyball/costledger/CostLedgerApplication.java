package io.flyball.costledger;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Counts what runs cost. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CostLedgerApplication {

    /** Starts the ledger and leaves it running. */
    public static void main(String... args) {
        start(args);
    }

    /** Starts the ledger; closing the context ends it. */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(CostLedgerApplication.class)
                .properties("spring.config.name=cost-ledger")
                .run(args);
    }
}
