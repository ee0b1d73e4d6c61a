package io.flyball.costledger.ledger;

/**
 * All that amounts can be grouped by, but for run and time; what does not apply is empty.
 *
 * @param provider the model provider; empty for tools
 * @param model empty for tools
 * @param tool empty for models
 */
public record Facets(
        String tenant, String environment, String principal, String agent, String provider, String model, String tool) {

    /** A tool may call a model too; what names neither is taken for a model, because that costs. */
    boolean ofModel() {
        return !model.isEmpty() || tool.isEmpty();
    }
}
