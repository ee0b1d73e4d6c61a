package io.flyball.planner.queue;

import io.flyball.contract.Usage;
import io.flyball.platform.wire.Wire;
import io.flyball.schemas.Topics;
import java.util.Base64;

/** Usage as text, which Redis keeps for the ledger as long as a call is under way. */
public final class UsageText {
    private final Wire wire;

    public UsageText(Wire wire) {
        this.wire = wire;
    }

    String text(Usage usage) {
        return Base64.getEncoder().encodeToString(wire.encode(Topics.USAGE, usage));
    }
}
