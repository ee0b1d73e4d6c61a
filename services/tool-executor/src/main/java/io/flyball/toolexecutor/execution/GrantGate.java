package io.flyball.toolexecutor.execution;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.StopOrders;
import io.flyball.schemas.grant.GrantedAction;
import io.flyball.schemas.grant.VerifyingKeys;
import io.flyball.schemas.grant.Worth;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/** Nothing starts without a grant of the governor for this very call. */
final class GrantGate {
    private final Supplier<VerifyingKeys> keys;
    private final StopOrders orders;
    private final Supplier<String> catalogueVersion;
    private final Clock clock;

    /**
     * @param keys the keys that are believed, whenever they are asked for
     * @param catalogueVersion the version by which this executor performs now
     */
    GrantGate(Supplier<VerifyingKeys> keys, StopOrders orders, Supplier<String> catalogueVersion, Clock clock) {
        this.keys = keys;
        this.orders = orders;
        this.catalogueVersion = catalogueVersion;
        this.clock = clock;
    }

    /** What comes of a call at the gate. */
    sealed interface Passage {

        /** Through. The permit is looked at once more when the call starts. */
        record Through(Permit permit) implements Passage {}

        /** The governor may allow it again. */
        record Gone(String why) implements Passage {}

        /** It was never allowed. */
        record Never(String why) implements Passage {}
    }

    Passage look(Call call, Set<KillSwitch> switches) {
        return switch (Worth.of(call.grant(), action(call), catalogueVersion.get(), keys.get())) {
            case Worth.Never never -> new Passage.Never(never.why());
            case Worth.Gone gone -> new Passage.Gone(gone.why());
            case Worth.Good good -> {
                Permit permit = new Permit(good.grant(), () -> orders.epoch(switches), clock);
                yield permit.gone().<Passage>map(Passage.Gone::new).orElseGet(() -> new Passage.Through(permit));
            }
        };
    }

    private static GrantedAction action(Call call) {
        return new GrantedAction(
                call.runId(),
                call.actionId(),
                call.actionHash(),
                call.tenant(),
                call.agent(),
                call.effect().name(),
                call.dryRun());
    }
}
