package io.flyball.orchestrator.shell;

import io.flyball.orchestrator.run.Step;

/** A turn as the store keeps it; the first version kept it bare. */
record StoredStep(int version, Step turn) {}
