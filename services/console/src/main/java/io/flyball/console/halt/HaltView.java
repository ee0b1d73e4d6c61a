package io.flyball.console.halt;

import java.time.Instant;
import java.util.List;

/**
 * Who has answered an order.
 *
 * @param epoch the order's place on agent.control plus one
 * @param confirmed whether all live workers have; never while none is known
 * @param answers of those that have
 * @param missing live workers that have not
 */
public record HaltView(long epoch, boolean confirmed, List<Answer> answers, List<Missing> missing) {

    public HaltView {
        answers = List.copyOf(answers);
        missing = List.copyOf(missing);
    }

    /**
     * A worker's receipt.
     *
     * @param worker service@host:port
     * @param running how many pieces of work it had running that the order ends
     * @param ended how many of them it ended
     * @param left how many still ran when a later order overtook this one
     * @param finishing how much the order lets come to its own end
     * @param tookMillis from reading the order to the end of all that, by its own clock
     * @param at when it answered, by its own clock
     */
    public record Answer(
            String worker,
            String service,
            int running,
            int ended,
            int left,
            int finishing,
            long tookMillis,
            Instant at) {}

    /**
     * A worker that has not answered.
     *
     * @param worker service@host:port
     * @param silent whether it has not signed for three times as long as it should have: it is frozen, cut off or dead
     * @param lastSign when its last sign of life came, by the console's clock
     */
    public record Missing(String worker, String service, boolean silent, Instant lastSign) {}
}
