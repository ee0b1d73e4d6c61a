package io.flyball.costledger.ledger;

import io.flyball.catalogue.PriceBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** Usage records for tests. */
public final class Usages {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Usages() {}

    public static PriceBook prices() {
        return PriceBook.load(Path.of("src/test/books"));
    }

    static Facets model(String agent, String principal, String model) {
        return new Facets("default", "production", principal, agent, "acme", model, "");
    }

    static Facets tool(String agent, String principal, String tool) {
        return new Facets("default", "production", principal, agent, "", "", tool);
    }

    static UsageRecord of(String id, String run, Facets facets, Tokens tokens, Instant at) {
        return new UsageRecord(id, run, facets, tokens, 5, at, at);
    }

    static UsageRecord random(String id, Random random) {
        String agent = "agent-" + random.nextInt(3);
        String principal = "person-" + random.nextInt(3);
        boolean model = random.nextBoolean();
        Facets facets = model
                ? model(agent, principal, random.nextBoolean() ? "small" : "unlisted")
                : tool(agent, principal, "tool-" + random.nextInt(2));
        Tokens tokens = model
                ? new Tokens(random.nextInt(100_000), random.nextInt(9_000), random.nextInt(50_000), random.nextInt(99))
                : Tokens.NONE;
        Instant at = NOON.plusSeconds(random.nextInt(5 * 24 * 3600));
        String run = random.nextInt(10) == 0 ? null : "run-" + random.nextInt(5);
        return new UsageRecord(id, run, facets, tokens, random.nextInt(10_000), at, at);
    }
}
