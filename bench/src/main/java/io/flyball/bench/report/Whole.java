package io.flyball.bench.report;

import java.util.Map;

/**
 * The whole suite: the real planner with the self-check runbook, the real governor, the real executor reading a small file.
 *
 * @param stepLatencyMs per step, one run at a time, from one plan request to the next as the run's history tells them
 * @param stepsPerSecond by the number of runs in flight
 * @param unfinished runs that never ended
 */
public record Whole(Latency stepLatencyMs, Map<Integer, Double> stepsPerSecond, long unfinished) {}
