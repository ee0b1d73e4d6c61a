package io.flyball.platform.stop;

import java.time.Instant;

/**
 * A switch that is on, as its order on agent.control says.
 *
 * @param reason why
 * @param by who ordered it
 * @param channel where: console, cli, api, or {@code redis} for a key set by hand
 * @param at when it was ordered
 */
public record Killed(KillSwitch target, String reason, String by, String channel, Instant at) {}
