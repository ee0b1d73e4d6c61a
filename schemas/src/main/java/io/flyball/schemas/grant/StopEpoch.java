package io.flyball.schemas.grant;

/**
 * The newest orders that are known to stop or release an action: each the order's place on agent.control plus one, 0 where there was
 * none. Orders to one target share a partition, so for each of the four a later order has a greater number.
 *
 * @param all of the emergency stop and its releases
 * @param agent of the kill switch of the action's agent
 * @param tool of that of its tool
 * @param tenant of that of its tenant
 */
public record StopEpoch(long all, long agent, long tool, long tenant) {
    /** Before the first order. */
    public static final StopEpoch NONE = new StopEpoch(0, 0, 0, 0);

    /** Whether nothing was ordered after it, as far as {@code seen} knows. */
    public boolean covers(StopEpoch seen) {
        return all >= seen.all && agent >= seen.agent && tool >= seen.tool && tenant >= seen.tenant;
    }
}
