package io.flyball.bench.relay;

/** How a relay makes sure of what it passes on. */
public enum RelayKind {
    /** What it has read is committed behind what it wrote and what is acknowledged: at least once. */
    ACKNOWLEDGED,
    /** What it has read and what it wrote are committed together, a transaction for each poll: exactly once. */
    TRANSACTIONAL
}
