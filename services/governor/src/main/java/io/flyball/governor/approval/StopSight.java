package io.flyball.governor.approval;

import io.flyball.schemas.grant.StopEpoch;

/**
 * What emergency stop and kill switch said when they were asked.
 *
 * @param mayAct whether something may be approved by itself
 * @param why why not; empty if it may
 * @param epoch the newest orders that were known before they were asked: what is allowed by this sight is allowed at that epoch
 */
public record StopSight(boolean mayAct, String why, StopEpoch epoch) {}
