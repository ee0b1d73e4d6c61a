package io.flyball.toolexecutor.claim;

import io.flyball.platform.stop.KillSwitch;
import io.flyball.platform.stop.OrderSight;
import io.flyball.platform.stop.StopOrders;
import io.flyball.platform.stop.StopState;
import io.flyball.platform.stop.StopValue;
import java.util.List;

/** What claim.lua answers, in this package's words. */
final class ClaimAnswers {
    private final StopOrders orders;

    /** @param orders name a stop that the script has found */
    ClaimAnswers(StopOrders orders) {
        this.orders = orders;
    }

    Ticket ticket(List<String> answer) {
        return switch (answer.getFirst()) {
            case "GRANTED" -> new Ticket.Granted();
            case "STOPPED" -> new Ticket.Stopped(stop(answer.get(1), answer.get(2)));
            case "UNCLEAR" -> new Ticket.Unclear(answer.get(1));
            default -> new Ticket.Taken(standing(answer));
        };
    }

    static Standing standing(List<String> answer) {
        return switch (answer.getFirst()) {
            case "FREE" -> new Standing.Free();
            case "RUNNING" -> new Standing.Running(answer.get(1));
            case "FINISHED" -> new Standing.Finished(answer.get(1));
            case "LOST" -> new Standing.Lost(answer.get(1));
            default -> throw new IllegalStateException("claim.lua answered " + answer);
        };
    }

    /** The script has found it active, whatever the reader here makes of it. */
    private StopState.Stopped stop(String key, String value) {
        if (orders.sight() instanceof OrderSight.Newest newest
                && newest.with(new StopState.Clear(), "") instanceof StopState.Stopped ordered) {
            return ordered;
        }
        StopState read = key.equals(StopValue.KEY) ? StopValue.read(value) : killSwitch(key, value);
        return read instanceof StopState.Stopped stopped
                ? stopped
                : new StopState.Stopped(key, "the key holds " + value, "unknown", null);
    }

    private StopState killSwitch(String key, String value) {
        return KillSwitch.ofKey(key)
                .flatMap(orders::killed)
                .<StopState>map(killed -> killed)
                .orElseGet(() -> StopValue.readKillSwitch(key, value));
    }
}
