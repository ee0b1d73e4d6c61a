package io.flyball.console.ingress;

/**
 * What an idempotency key stands for.
 *
 * @param runId the run that it gives
 * @param bodyHash of the body it came with first
 * @param published whether Kafka has acknowledged the request; if not, whoever claimed it may have died
 */
record Claim(String runId, String bodyHash, boolean published) {}
