package io.flyball.schemas.audit;

import java.util.Map;
import java.util.SortedSet;

/**
 * What an audit consists of, without its entries.
 *
 * @param chains where the chain of each run ends
 * @param outside the hashes of entries outside chains
 */
public record Heads(Map<String, Head> chains, SortedSet<String> outside) {}
