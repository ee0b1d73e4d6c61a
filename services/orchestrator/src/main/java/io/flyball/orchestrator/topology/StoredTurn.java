package io.flyball.orchestrator.topology;

import io.flyball.orchestrator.run.Turn;

/** A turn as the store keeps it; the first version kept it bare. */
record StoredTurn(int version, Turn turn) {}
