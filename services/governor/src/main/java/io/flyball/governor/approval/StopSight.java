package io.flyball.governor.approval;

/**
 * What emergency stop and kill switch said when they were asked.
 *
 * @param mayAct whether something may be approved by itself
 * @param why why not; empty if it may
 */
public record StopSight(boolean mayAct, String why) {}
